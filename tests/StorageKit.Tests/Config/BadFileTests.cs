using System.Diagnostics;
using System.Text;
using StorageKit.Tests.Drivers;

namespace StorageKit.Tests.Config;

/// <summary>Files that are no configuration: each gets a clear error that names the place,
/// and shows no secret.</summary>
public sealed class BadFileTests : IDisposable
{
    const string Secret = "Zq7WvxKp";

    static readonly string Text = SampleConfig.Text(
        "memory",
        $"""
        object_store = 'memory' # größer
        [storage.memory]
        password = "{Secret}"
        'other "key"' = ["{Secret}", 'x', 0x1f, 1979-05-27T07:32:00Z]
        url = 'redis://user:{Secret}@host'
        [storage.x]
        text = '''
        {Secret}'''
        more = {"{"} a.b = "\u00e9{Secret}", c = [1, 2] {"}"}
        """);

    readonly string _file = Path.Combine(Path.GetTempPath(), $"storagekit-{Guid.NewGuid():N}.toml");

    public void Dispose() => File.Delete(_file);

    static ConfigError Load(string path) =>
        Assert.Throws<StorageConfigException>(() => StorageConfig.Load(path)).Errors[0];

    ConfigError Load(params byte[] content)
    {
        File.WriteAllBytes(_file, content);
        return Load(_file);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Equal($"{_file}: does not exist; create it, or name another file", Load(_file).ToString());

    [Fact]
    public void A_missing_folder_is_as_a_missing_file() =>
        Assert.Equal(ConfigErrorKind.Unreadable, Load(Path.Combine(_file, "below.toml")).Kind);

    [Fact]
    public void A_directory_is_no_file() =>
        Assert.EndsWith(
            ": is a directory; name the TOML file in it", Load(Path.GetTempPath()).ToString(),
            StringComparison.Ordinal);

    [Fact]
    public void A_name_with_NUL_is_no_name() =>
        Assert.Equal(
            "\"a\\0b\": is no file name (it holds the character U+0000); name the TOML file", Load("a\0b").ToString());

    [Fact]
    public void A_name_that_is_too_long_cannot_be_read() =>
        Assert.Equal(ConfigErrorKind.Unreadable, Load(new string('a', 5000)).Kind);

    [UnprivilegedFact]
    public void A_file_that_this_user_may_not_read_says_so()
    {
        File.WriteAllText(_file, Text);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_file, UnixFileMode.UserWrite);
        Assert.EndsWith(
            "may not be read by this user; change its permissions", Load(_file).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_has_no_section() => Assert.Equal(ConfigErrorKind.NoStorageSection, Load([]).Kind);

    [Fact]
    public void A_file_of_10_MB_is_refused_at_once()
    {
        var watch = Stopwatch.StartNew();
        Assert.Equal(
            $"{_file}: is longer than 1 MiB (1,048,576 bytes), too long for a configuration; name the TOML file",
            Load(new byte[10 * 1024 * 1024]).ToString());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void The_longest_file_is_read()
    {
        File.WriteAllText(_file, (Text + "\n#").PadRight(StorageConfig.MaxBytes - 2));
        Assert.Equal(StorageConfig.MaxBytes, new FileInfo(_file).Length);
        Assert.Equal(_file, StorageConfig.Load(_file).File);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_named_by_line_and_column()
    {
        var error = Load([.. "[storage]\nurl = \""u8, 0xff, .. "\""u8]);
        Assert.Equal((ConfigErrorKind.ParseError, 2, 8), (error.Kind, error.Position?.Line, error.Position?.Column));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void UTF16_is_no_TOML(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        var error = Load([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]);
        Assert.Equal((ConfigErrorKind.ParseError, 1), (error.Kind, error.Position?.Line));
        Assert.Contains("UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_million_brackets_are_an_error_and_no_crash() =>
        Assert.Equal(ConfigErrorKind.ParseError, Load(Encoding.ASCII.GetBytes("a = " + new string('[', 500_000))).Kind);

    [Fact]
    public void A_file_cut_anywhere_is_an_error_of_its_own_kind_and_shows_no_secret()
    {
        var bytes = Encoding.UTF8.GetBytes(Text);
        var registry = new Registry().Add(SampleDriver.Serving("memory", [.. SampleDriver.Six.Select(c => c.Kind)]));
        for (var length = 0; length <= bytes.Length; length++)
        {
            File.WriteAllBytes(_file, bytes[..length]);
            var shown = Shown(registry);
            Assert.DoesNotContain(Secret[..4], shown, StringComparison.Ordinal);
            Assert.StartsWith(_file, shown, StringComparison.Ordinal);
        }
    }

    string Shown(Registry registry)
    {
        try
        {
            var config = StorageConfig.Load(_file);
            return $"{_file} {config} {string.Join('\n', registry.Validate(config))} "
                + $"{string.Join('\n', registry.Warnings(config))}";
        }
        catch (StorageConfigException e)
        {
            return $"{e.Message}\n{e}";
        }
    }
}
