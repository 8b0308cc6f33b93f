using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace StorageKit.Conformance;

/// <summary>Writes and reads replay strings: version, clause, then in URL-safe Base64 the seed, the choices (numbers of
/// 7 bits a byte) and four bytes of a hash over all before it.</summary>
internal static class ReplayCode
{
    const string Version = "SK1";
    const int ChecksumLength = 4;

    internal static string Write(ReplayString replay)
    {
        var clause = replay.Clause.Replace("-", "", StringComparison.Ordinal);
        List<byte> body = [];
        Add(body, ZigZag(replay.Seed));
        foreach (var choice in replay.Choices) Add(body, (uint)choice);
        return $"{Version}-{clause}-{Base64Url.EncodeToString([.. body, .. Checksum(clause, [.. body])])}";
    }

    internal static ReplayString Read(string text)
    {
        var parts = text.Split('-', 3);
        if (parts is not [var version, var clause, var code] || !version.StartsWith("SK", StringComparison.Ordinal))
            throw new FormatException(
                $"A replay string looks like {Version}-GEN23-AbCd…; this one has not these three parts.");
        if (version != Version)
            throw new FormatException(
                $"The replay string is of version {version}; this version of the kit reads {Version}.");
        var bytes = Decode(code);
        var body = bytes.AsSpan(..^ChecksumLength);
        if (!bytes.AsSpan(body.Length).SequenceEqual(Checksum(clause, body)) || Base64Url.EncodeToString(bytes) != code)
            throw Mistyped();
        var numbers = Numbers(body);
        return new(ClauseId(clause), UnZigZag(numbers[0])) { Choices = [.. numbers.Skip(1).Select(n => (int)n)] };
    }

    static byte[] Decode(string code)
    {
        var wrong = code.AsSpan().IndexOfAnyExcept(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
        if (wrong >= 0)
            throw new FormatException(
                $"The replay string has a character that none can have (U+{(int)code[wrong]:X4}), {wrong + 1} "
                + "characters after its clause.");
        if (code.Length % 4 == 1 || Base64Url.GetMaxDecodedLength(code.Length) <= ChecksumLength)
            throw new FormatException(
                "The replay string is cut: its length cannot be right. Copy the whole word from the failure.");
        try
        {
            return Base64Url.DecodeFromChars(code);
        }
        catch (FormatException)
        {
            // Bits of the last character that no byte uses are set.
            throw Mistyped();
        }
    }

    static FormatException Mistyped() => new(
        "The replay string's checksum is wrong: it is mistyped or cut. Copy the whole word from the failure.");

    // GEN23 for GEN-23: a hyphen in it would end it.
    static string ClauseId(string clause)
    {
        var digits = clause.AsSpan().IndexOfAnyInRange('0', '9');
        return digits < 0 ? clause : $"{clause[..digits]}-{clause[digits..]}";
    }

    static byte[] Checksum(string clause, ReadOnlySpan<byte> body) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes($"{Version}-{clause}-"), .. body])[..ChecksumLength];

    static void Add(List<byte> bytes, uint number)
    {
        for (; number >= 0x80; number >>= 7) bytes.Add((byte)(number | 0x80));
        bytes.Add((byte)number);
    }

    static List<uint> Numbers(ReadOnlySpan<byte> bytes)
    {
        List<uint> numbers = [];
        var (number, shift) = (0u, 0);
        foreach (var part in bytes)
        {
            number |= (uint)(part & 0x7F) << shift;
            shift += 7;
            if (part >= 0x80) continue;
            numbers.Add(number);
            (number, shift) = (0, 0);
        }
        return numbers;
    }

    // Small numbers of either sign are short.
    static uint ZigZag(int number) => (uint)((number << 1) ^ (number >> 31));

    static int UnZigZag(uint number) => (int)(number >> 1) ^ -(int)(number & 1);
}
