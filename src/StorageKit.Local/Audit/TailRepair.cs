using System.Globalization;

namespace StorageKit.Local;

/// <summary>Brings the index up to what a file of the log holds, and the file to the longest valid prefix.</summary>
/// <remarks>Whoever calls holds the log's lock alone: nobody is writing, so an unfinished tail is a dead process's.
/// </remarks>
internal sealed class TailRepair(AuditIndex index, AuditSegment segment, bool isLast)
{
    readonly List<(int Length, Hash256 Hash, (SessionId, ulong)? Place)> _batch = [];
    long _synced;

    /// <summary>Reads what stands after the segment's known end.</summary>
    /// <returns>How many torn bytes were moved aside.</returns>
    /// <exception cref="StorageException"><see cref="StorageErrorKind.Serialization"/>: what was acknowledged is
    /// damaged.</exception>
    internal int Run()
    {
        using var file = PrivateFile.OpenExisting(segment.Path, FileAccess.ReadWrite);
        var from = segment.End;
        if (file.Length < from) throw AuditDamage.Cut(segment.Path, file.Length, from);
        var bytes = AuditSegment.Read(file, from, file.Length);
        var scanned = Scan(bytes);
        var torn = (int)(from + bytes.Length - segment.End);
        if (torn > 0)
        {
            RequireNeverAcknowledged(bytes, scanned);
            MoveAside(bytes.AsSpan(bytes.Length - torn), segment.End);
            file.SetLength(segment.End);
        }
        // The last group may not have been synced, or its sync may have failed, and then only a new write brings it to
        // the disk: the same bytes in the same place.
        var rewritten = Math.Clamp(_synced, from, segment.End);
        if (segment.End > rewritten)
        {
            file.Position = rewritten;
            file.Write(bytes, (int)(rewritten - from), (int)(segment.End - rewritten));
        }
        if (bytes.Length > 0) DiskSync.File(file.SafeFileHandle);
        return torn;
    }

    // Up to the first line that is not whole; lines of a batch count when its last one is there.
    int Scan(byte[] bytes)
    {
        var from = 0;
        while (bytes.AsSpan(from).IndexOf((byte)'\n') is var length and >= 0)
        {
            if (!AuditLine.TryRead(bytes.AsSpan(from, length), out var line, out var json)
                || line!.Position != index.Count + (ulong)_batch.Count + 1) break;
            from += length + 1;
            _batch.Add((length + 1, line.EntryHash, index.KeepsChains ? PlaceOf(json.ToArray()) : null));
            if (line.BatchLeft > 0) continue;
            foreach (var (size, hash, place) in _batch) index.Add(size, hash, place);
            _batch.Clear();
            _synced = line.Synced;
        }
        return from;
    }

    (SessionId, ulong)? PlaceOf(byte[] json)
    {
        try
        {
            var entry = AuditEntry.FromJson(Utf8.Text(json));
            return (entry.SessionId, entry.Seq);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw AuditDamage.At(segment.Path, segment.Count + _batch.Count + 1);
        }
    }

    // A whole line after the damage tells how much was on the disk before its group was written.
    void RequireNeverAcknowledged(byte[] bytes, int damagedAt)
    {
        var line = segment.Count + _batch.Count + 1;
        if (!isLast) throw AuditDamage.At(segment.Path, line);
        var from = damagedAt;
        while (bytes.AsSpan(from).IndexOf((byte)'\n') is var length and >= 0)
        {
            if (AuditLine.TryRead(bytes.AsSpan(from, length), out var later, out _)
                && later!.Synced > segment.End) throw AuditDamage.At(segment.Path, line);
            from += length + 1;
        }
    }

    // Kept for whoever wants to look; never over what was kept before.
    void MoveAside(ReadOnlySpan<byte> torn, long at)
    {
        for (var number = 1; ; number++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{segment.Path}.{at}-{number}.torn");
            if (File.Exists(path)) continue;
            PrivateFile.CreateWhole(path, torn);
            DiskSync.Folder(Path.GetDirectoryName(path)!);
            return;
        }
    }
}
