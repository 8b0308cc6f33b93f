using System.Globalization;

namespace StorageKit.Cli.Audit;

/// <summary>A record as a line of JSON: <c>{"position":1,"digest":"HEX","entry":ENTRY}</c>, where ENTRY is byte for
/// byte what the reference writes. A line that is an entry alone, as the reference's own files have it, is read too.
/// </summary>
internal static class RecordLine
{
    const string Position = "{\"position\":", Digest = ",\"digest\":\"", Entry = "\",\"entry\":";

    internal static string Write(AuditRecord record) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Position}{record.Position}{Digest}{record.Digest}{Entry}{record.Entry.ToJson()}}}");

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <param name="number">Its number, from 1: the position of an entry that stands alone.</param>
    /// <exception cref="FormatException">It is neither; the message shows no value.</exception>
    internal static AuditRecord Read(string line, ulong number)
    {
        if (!line.StartsWith(Position, StringComparison.Ordinal)) return Alone(AuditEntry.FromJson(line), number);
        var digest = line.IndexOf(Digest, StringComparison.Ordinal);
        var hex = digest + Digest.Length;
        var entry = hex + (2 * Hash256.Size);
        if (digest < 0 || entry + Entry.Length >= line.Length || line[^1] != '}'
            || !line.AsSpan(entry).StartsWith(Entry)
            || !ulong.TryParse(
                line.AsSpan(Position.Length, digest - Position.Length), NumberStyles.None,
                CultureInfo.InvariantCulture, out var position)
            || !Hash256.TryParse(line[hex..entry], out var hash))
            throw new FormatException(
                $"expected {Position}N{Digest}HEX{Entry}…}}, as storagekit audit export writes it, or an entry alone");
        return new(position, AuditEntry.FromJson(line[(entry + Entry.Length)..^1]), hash);
    }

    /// <summary>What was not exported by us has no digest of the time of the emit: its own stands for it.</summary>
    static AuditRecord Alone(AuditEntry entry, ulong position) => new(position, entry, entry.Digest);
}
