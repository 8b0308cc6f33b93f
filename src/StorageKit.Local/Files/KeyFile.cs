using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace StorageKit.Local;

/// <summary>How a key becomes a file. What is in <c>a-z 0-9 _ - .</c> stays as it is, any other byte of its UTF-8 is
/// <c>%xx</c>: no separator, no capital, nothing but ASCII, so that no two keys share a file, however the disk compares
/// names. <c>k-</c> stands before it, so that no name is special. A key that is too long is named by its SHA-256 and
/// <c>h-</c>, and stands at the beginning of the file.</summary>
internal sealed class KeyFile
{
    const int LongestName = 200;
    const string Spelled = "k-", Hashed = "h-";

    static ReadOnlySpan<byte> Header => "key "u8;

    KeyFile(byte[] key, string name, byte[] head) => (Key, Name, Head) = (key, name, head);

    /// <summary>The key's UTF-8.</summary>
    internal byte[] Key { get; }

    internal string Name { get; }

    /// <summary>What stands before the content: nothing, or <c>key LENGTH</c>, the key and an end of line.</summary>
    internal byte[] Head { get; }

    internal static KeyFile Of(string key)
    {
        var utf8 = Utf8.Bytes(key);
        var name = Spell(utf8);
        return name.Length <= LongestName
            ? new(utf8, name, [])
            : new(
                utf8, Hashed + Convert.ToHexStringLower(SHA256.HashData(utf8)),
                [.. Header, .. Encoding.ASCII.GetBytes(utf8.Length.ToString(CultureInfo.InvariantCulture)),
                    (byte)'\n', .. utf8, (byte)'\n']);
    }

    /// <summary>Whether a file of this name may be a key's.</summary>
    internal static bool IsName(string name) =>
        name.StartsWith(Spelled, StringComparison.Ordinal) || name.StartsWith(Hashed, StringComparison.Ordinal);

    /// <summary>The key of a name that spells it; null for a hashed one, whose key is in the file.</summary>
    /// <exception cref="FormatException">No key has this name.</exception>
    internal static string? KeyOf(string name)
    {
        if (!name.StartsWith(Spelled, StringComparison.Ordinal)) return null;
        List<byte> utf8 = [];
        for (var i = Spelled.Length; i < name.Length; i++)
        {
            if (name[i] != '%')
            {
                utf8.Add((byte)name[i]);
                continue;
            }
            if (i + 2 >= name.Length) throw new FormatException("The name ends within an escape.");
            utf8.Add(byte.Parse(name.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            i += 2;
        }
        var key = Utf8.Text([.. utf8]);
        return Of(key).Name == name ? key : throw new FormatException("No key has this name.");
    }

    /// <summary>Reads the head of a hashed file.</summary>
    /// <param name="file">At its beginning; afterwards at that of the content.</param>
    /// <exception cref="FormatException">It has none.</exception>
    internal static byte[] ReadHead(Stream file)
    {
        const int MostDigits = 9;
        Span<byte> header = stackalloc byte[Header.Length];
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length
            || !header.SequenceEqual(Header))
            throw new FormatException("The file does not begin with its key.");
        var length = 0;
        for (var digits = 0; ; digits++)
        {
            var next = file.ReadByte();
            if (next == '\n' && digits > 0) break;
            if (next is < '0' or > '9' || digits == MostDigits) throw new FormatException("The key has no length.");
            length = (10 * length) + next - '0';
        }
        if (length >= file.Length - file.Position) throw new FormatException("The file ends within its key.");
        var key = new byte[length];
        file.ReadExactly(key);
        return file.ReadByte() == '\n' ? key : throw new FormatException("The key does not end where it says.");
    }

    /// <summary>The content of a file of this key.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorKind.Serialization"/>: it is another key's.
    /// </exception>
    internal byte[] ContentOf(byte[] file, string path) => file.AsSpan().StartsWith(Head)
        ? Head.Length == 0 ? file : file[Head.Length..]
        : throw new StorageException(
            StorageErrorKind.Serialization,
            $"\"{path}\" does not begin with its key: it is damaged, or another key's; restore it or delete it");

    static string Spell(byte[] utf8)
    {
        var name = new StringBuilder(Spelled);
        for (var i = 0; i < utf8.Length && name.Length <= LongestName; i++)
        {
            var c = (char)utf8[i];
            // Windows drops a dot at the end of a name.
            var stays = c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '-'
                || (c == '.' && i < utf8.Length - 1);
            if (stays) name.Append(c);
            else name.Append(CultureInfo.InvariantCulture, $"%{(int)c:x2}");
        }
        return name.ToString();
    }
}
