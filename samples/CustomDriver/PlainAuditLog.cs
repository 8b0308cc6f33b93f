using System.Text;
using StorageKit;

namespace Acme.PlainFiles;

/// <summary>Keeps the audit log as JSON Lines: digest, blank, entry. Only ever appends,
/// and syncs before it acknowledges.</summary>
[StorageDriver("plainfiles")]
public sealed class PlainAuditLog(PlainFolder folder, TenantId tenant) : IAuditSink, IAuditLog
{
    readonly List<AuditRecord> _read = [];
    readonly HashSet<Hash256> _hashes = [];
    long _length;

    string Log => $"{tenant.ToHex()}.audit.jsonl";

    public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        await folder.AloneAsync(Log, file =>
        {
            CatchUp(file);
            if (_hashes.Contains(entry.EntryHash)) return true;
            try
            {
                file.Position = _length;
                file.Write(Encoding.UTF8.GetBytes($"{entry.Digest} {entry.ToJson()}\n"));
                PlainFolder.Sync(file);
            }
            catch (IOException)
            {
                // After a failed sync nobody knows what is on the disk. The line goes, so that an emit of the same
                // entry writes it anew.
                file.SetLength(_length);
                throw;
            }
            return true;
        }, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<IReadOnlyList<AuditRecord>> ReadAsync(
        ulong after = 0, int limit = 1000, CancellationToken cancellationToken = default)
    {
        StorageArgument.PageSize(limit);
        return folder.AloneAsync(Log, IReadOnlyList<AuditRecord> (file) =>
        {
            CatchUp(file);
            return [.. _read.Skip((int)Math.Min(after, int.MaxValue)).Take(limit)];
        }, cancellationToken);
    }

    // Reads what was appended since the last call, by this process or another. A last line without its end was never
    // acknowledged: its writer died, and it is cut off.
    void CatchUp(FileStream file)
    {
        var added = new byte[file.Length - _length];
        file.Position = _length;
        file.ReadExactly(added);
        var whole = added.AsSpan().LastIndexOf((byte)'\n') + 1;
        if (whole < added.Length) file.SetLength(_length + whole);
        using var reader = new StringReader(Encoding.UTF8.GetString(added, 0, whole));
        while (reader.ReadLine() is { } line)
        {
            try
            {
                var record = new AuditRecord(
                    (ulong)_read.Count + 1, AuditEntry.FromJson(line[65..]), Hash256.Parse(line[..64]));
                _read.Add(record);
                _hashes.Add(record.Entry.EntryHash);
            }
            catch (Exception e) when (e is FormatException or ArgumentOutOfRangeException)
            {
                throw new StorageException(
                    StorageErrorKind.Serialization, $"line {_read.Count + 1} of the audit log is damaged");
            }
        }
        _length += whole;
    }
}
