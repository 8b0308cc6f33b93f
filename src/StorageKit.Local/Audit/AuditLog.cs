using Microsoft.Extensions.Logging;

namespace StorageKit.Local;

/// <summary>A tenant's log: JSON Lines in files that only grow. A group of emits is one write and one sync. Other
/// processes may write to it too, one at a time. Thread-safe.</summary>
internal sealed class AuditLog
{
    readonly object _turn = new();
    readonly string _folder;
    readonly LocalOptions _options;
    readonly ILogger _logger;
    readonly FolderLock _lock;
    readonly AuditIndex _index;
    readonly AppendQueue _queue;
    StorageException? _failed;
    volatile bool _isOpen;
    volatile bool _isWriting;

    internal AuditLog(string folder, LocalOptions options, ILogger logger)
    {
        _folder = folder;
        _options = options;
        _logger = logger;
        _lock = new(folder, options.BusyTimeout);
        _index = new(options.EnforceChain);
        _queue = new(Write);
    }

    internal Task EmitAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken) =>
        _queue.AddAsync(entries, cancellationToken);

    internal Task CloseAsync() => _queue.CloseAsync();

    /// <summary>Up to so many records after a position, also those that another process has written.</summary>
    internal List<AuditRecord> Read(ulong after, int limit)
    {
        List<AuditRecord> records = [];
        OnDisk(() =>
        {
            // While this section writes, nobody else does, and the index has everything that was acknowledged.
            if (!_isWriting) CatchUp();
            foreach (var part in _index.Find(after, limit)) part.ReadInto(records);
        });
        return records;
    }

    void CatchUp()
    {
        lock (_turn)
        {
            // What stands after a failed write is not known to be on the disk: it is not looked at again.
            if (_failed is not null || !HasGrown()) return;
            using (_lock.TakeAlone()) CatchUpAlone();
        }
    }

    bool HasGrown()
    {
        if (!_isOpen) Open();
        return _index.Last is not { } last || new FileInfo(last.Path).Length != last.End || File.Exists(NextPath);
    }

    void Open()
    {
        PrivateFile.EnsureFolder(Path.GetDirectoryName(_folder)!);
        PrivateFile.EnsureFolder(_folder);
        _lock.Make();
        using (_lock.TakeAlone())
        {
            CatchUpAlone();
            foreach (var first in AuditSegment.FirstsIn(_folder))
                if (_index.Last is not { } last || first > last.First)
                    throw AuditDamage.Missing(NextPath);
        }
        _isOpen = true;
    }

    string NextPath => AuditSegment.PathOf(_folder, _index.Count + 1);

    void CatchUpAlone()
    {
        while (true)
        {
            if (_index.Last is { } last)
            {
                var isLast = AuditSegment.FirstsIn(_folder).Last() == last.First;
                var torn = new TailRepair(_index, last, isLast).Run();
                if (torn > 0) LocalLog.Repaired(_logger, torn, last.Path, last.End);
                if (last.Count == 0) return;
            }
            if (!File.Exists(NextPath)) return;
            DiskSync.Folder(_folder);
            _index.Add(new AuditSegment(_folder, _index.Count + 1));
        }
    }

    void Write(IReadOnlyList<Append> group)
    {
        try
        {
            AppendGroup? written = null;
            lock (_turn)
            {
                if (_failed is not null) throw _failed;
                OnDisk(() => written = WriteAlone(group));
            }
            // Nobody hears of it before the lines are on the disk and readers find them.
            written!.Acknowledge();
        }
        catch (StorageException e)
        {
            // Those that have ended already stay as they are.
            foreach (var append in group) append.Fail(e);
        }
    }

    AppendGroup WriteAlone(IReadOnlyList<Append> group)
    {
        if (!_isOpen) Open();
        using var held = _lock.TakeAlone();
        if (HasGrown()) CatchUpAlone();
        if (_index.Last is null || _index.Last.End >= _options.SegmentSize)
        {
            PrivateFile.Create(NextPath).Dispose();
            CatchUpAlone();
        }
        var segment = _index.Last!;
        var lines = new AppendGroup(_index, segment.End);
        foreach (var append in group) lines.Add(append);
        _isWriting = true;
        try
        {
            if (lines.Bytes.Length > 0) AppendTo(segment, lines.Bytes);
            lines.AddToIndex();
            return lines;
        }
        finally
        {
            _isWriting = false;
        }
    }

    void AppendTo(AuditSegment segment, MemoryStream lines)
    {
        using var file = PrivateFile.OpenExisting(segment.Path, FileAccess.ReadWrite);
        try
        {
            file.Position = segment.End;
            file.Write(lines.GetBuffer(), 0, (int)lines.Length);
            DiskSync.File(file.SafeFileHandle);
        }
        catch (Exception e) when (DiskFailure.Is(e))
        {
            // Nobody knows what is on the disk. The lines go, so that an emit of the same entry writes them anew.
            TakeBack(file, segment);
            throw;
        }
    }

    void TakeBack(FileStream file, AuditSegment segment)
    {
        try
        {
            file.SetLength(segment.End);
        }
        catch (Exception e) when (DiskFailure.Is(e))
        {
            _failed = new(
                StorageErrorKind.Backend,
                $"a write to \"{segment.Path}\" failed and could not be taken back; the log takes no more until the "
                + "section is opened again, when its disk is in order");
        }
    }

    void OnDisk(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (DiskFailure.Is(e))
        {
            throw DiskFailure.Of(e, _index.Last?.Path ?? _folder);
        }
    }
}
