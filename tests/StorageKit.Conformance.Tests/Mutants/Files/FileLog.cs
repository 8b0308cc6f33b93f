using System.Text;

namespace StorageKit.Conformance.Tests.Mutants.Files;

/// <summary>A correct audit log in a file of lines, of which a mutant may replace a rule.</summary>
internal class FileLog(string folder) : IAuditSink, IAuditLog
{
    readonly Lock _lock = new();
    readonly string _file = Path.Combine(folder, "audit");

    public virtual ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            using var file = Open();
            var (entries, length) = Load(file);
            if (!entries.Exists(stored => stored.EntryHash == entry.EntryHash)) Append(file, length, Line(entry));
        }
        return default;
    }

    public ValueTask<IReadOnlyList<AuditRecord>> ReadAsync(
        ulong after = 0, int limit = 1000, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            using var file = Open();
            return new([
                .. Load(file).Entries.Select((entry, i) => new AuditRecord((ulong)i + 1, entry, entry.Digest))
                    .Skip((int)after).Take(limit),
            ]);
        }
    }

    protected virtual void Append(FileStream file, long length, byte[] line)
    {
        try
        {
            file.SetLength(length); // what a dead writer has left
            file.Position = length;
            file.Write(line);
            Sync(file);
        }
        catch (IOException e)
        {
            file.SetLength(length);
            throw new StorageException(StorageErrorKind.Backend, $"the disk failed ({e.GetType().Name})");
        }
    }

    protected virtual void Sync(FileStream file) => Disk.Sync(file.SafeFileHandle);

    /// <summary>The whole lines, and where they end.</summary>
    protected virtual (List<AuditEntry> Entries, long Length) Load(FileStream file)
    {
        var bytes = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(bytes);
        var length = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        return ([
            .. Encoding.UTF8.GetString(bytes, 0, length).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(AuditEntry.FromJson),
        ], length);
    }

    protected FileStream Open() =>
        new(_file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);

    protected static byte[] Line(AuditEntry entry) => Encoding.UTF8.GetBytes(entry.ToJson() + "\n");
}
