using System.Text;
using StorageKit.Toml;

namespace StorageKit.Tests.Toml;

/// <summary>No input makes the reader throw anything but its own exception, or run away.</summary>
public sealed class TomlRobustnessTests
{
    const int Seed = 20260101;
    const int Mutations = 20_000;

    static readonly byte[] Sample = Encoding.UTF8.GetBytes("""
        # café 😀
        [storage]
        audit_sink = "sqlite"   # why
        [storage.sqlite]
        path = 'C:\data\x.db'
        "quoted key" = "\u00e9\t\x41\e \U0001F600 😀"
        text = '''
        one
        two''' 
        more = ["a", '''b''', [1_000, 0xFF, 0o7, 0b1], { x.y = 1, z = [
          inf, -nan, 1.5e-3, 12345678901234567890.0,
        ] }]
        at = [1979-05-27T07:32:00.5Z, 1979-05-27 07:32:00-07:00, 1979-05-27, 07:32]
        folded = '''x''' # "
        lines = "" # '''
        [[component]]
        name = "notes"
        [component.'o.p'.tions]
        on = true
        off = false
        [[component]]
        """.Replace("'''b'''", "\"\"\"b\\\n c\"\"\""));

    [Fact]
    public void The_sample_is_valid() => Assert.Equal(2, TomlDocument.Parse(Sample, "f").Root.Count);

    [Fact]
    public void A_file_cut_at_any_byte_is_read_or_refused()
    {
        var refused = 0;
        for (var cut = 0; cut < Sample.Length; cut++)
        {
            if (!Reads(Sample[..cut])) refused++;
        }

        Assert.InRange(refused, Sample.Length / 3, Sample.Length - 1);
    }

    [Fact]
    public void A_file_with_random_damage_is_read_or_refused()
    {
        var random = new Random(Seed);
        var refused = 0;
        for (var i = 0; i < Mutations; i++)
        {
            if (!Reads(Damage(random))) refused++;
        }

        Assert.InRange(refused, Mutations / 3, Mutations - 1);
    }

    static bool Reads(byte[] bytes)
    {
        foreach (var version in new[] { TomlVersion.V1_0, TomlVersion.V1_1 })
        {
            var read = TomlDocument.TryParse(bytes, "f", out var document, out var errors, version);
            Assert.Equal(read, errors.Count == 0);
            if (!read) Assert.Throws<TomlSyntaxException>((Action)(() => TomlDocument.Parse(bytes, "f", version)));
            if (read) Assert.Null(Spans.FirstWrong(bytes, document));
        }

        return TomlDocument.TryParse(bytes, "f", out _, out _);
    }

    static byte[] Damage(Random random)
    {
        const string Marks = "[]{}\"'\\=.,#\n\r\t \0-+_:eE0xTZ";
        var bytes = Sample.ToList();
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.Insert(at, (byte)Marks[random.Next(Marks.Length)]); break;
                case 3: bytes[at] = (byte)Marks[random.Next(Marks.Length)]; break;
                default: bytes.RemoveRange(at, Math.Min(random.Next(40), bytes.Count - at)); break;
            }
        }

        return [.. bytes];
    }
}
