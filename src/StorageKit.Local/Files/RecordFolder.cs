namespace StorageKit.Local;

/// <summary>A folder with a file for each record. A file is replaced whole: written beside it, synced, renamed over it,
/// and the folder synced; so a reader, a crash and a backup find the old record or the new one. Thread-safe.</summary>
internal sealed class RecordFolder(string path, TimeSpan patience)
{
    const string Unfinished = "t-";

    readonly FolderLock _lock = new(path, patience);
    readonly object _opening = new();
    volatile bool _isOpen;

    internal string PathOf(string name) => Path.Combine(path, name);

    /// <summary>The whole file; null when it is not there.</summary>
    internal byte[]? Read(string name) => OnDisk(PathOf(name), PrivateFile.ReadAll);

    internal bool Exists(string name) => OnDisk(PathOf(name), PrivateFile.Exists);

    /// <summary>Stores the file durably.</summary>
    internal void Replace(string name, ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> content)
    {
        OnDisk(PathOf(name), target =>
        {
            using (_lock.TakeShared()) Write(target, head.Span, content.Span);
            DiskSync.Folder(path);
            return true;
        });
    }

    /// <summary>Stores the file durably if it still holds certain bytes; nobody writes meanwhile.</summary>
    internal bool ReplaceIf(
        string name, ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> content) =>
        OnDisk(PathOf(name), target =>
        {
            using (_lock.TakeAlone())
            {
                if (PrivateFile.ReadAll(target) is not { } found || !before.Span.SequenceEqual(found)) return false;
                Write(target, head.Span, content.Span);
            }
            DiskSync.Folder(path);
            return true;
        });

    // Holding the lock: what is unfinished and not locked is removed by whoever opens the folder.
    void Write(string target, ReadOnlySpan<byte> head, ReadOnlySpan<byte> content)
    {
        var unfinished = PathOf(Unfinished + Guid.NewGuid().ToString("N"));
        try
        {
            using (var file = PrivateFile.Create(unfinished))
            {
                file.Write(head);
                file.Write(content);
                DiskSync.File(file.SafeFileHandle);
            }
            File.Move(unfinished, target, overwrite: true);
        }
        catch (Exception e) when (DiskFailure.Is(e))
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>Removes the file durably; an absent one is fine.</summary>
    internal void Delete(string name) => OnDisk(PathOf(name), target =>
    {
        using (_lock.TakeShared()) File.Delete(target);
        // Also when it was not there: who removed it may not have come this far.
        DiskSync.Folder(path);
        return true;
    });

    /// <summary>Removes the file if it still is what the caller thinks; nobody writes meanwhile.</summary>
    internal void DeleteIf(string name, Predicate<byte[]> isMeant) => OnDisk(PathOf(name), target =>
    {
        using (_lock.TakeAlone())
            if (PrivateFile.ReadAll(target) is { } content && isMeant(content))
                File.Delete(target);
        return true;
    });

    /// <summary>The files at one moment: nobody writes meanwhile, so each is there once.</summary>
    internal List<T> Select<T>(Func<FileInfo, T?> select) where T : class => OnDisk(path, _ =>
    {
        using (_lock.TakeAlone())
            return new DirectoryInfo(path).EnumerateFiles().Select(select).OfType<T>().ToList();
    });

    /// <summary>The next names after one, in the ordinal order, of the files that are asked for: a page, however many
    /// there are. Each page reads all names of the folder.</summary>
    internal List<string> NamesAfter(string after, int limit, Predicate<string> isAsked) => OnDisk(path, _ =>
    {
        SortedSet<string> page = new(StringComparer.Ordinal);
        using (_lock.TakeAlone())
            foreach (var file in Directory.EnumerateFiles(path))
            {
                var name = Path.GetFileName(file);
                if (string.CompareOrdinal(name, after) <= 0 || !isAsked(name)) continue;
                if (page.Count == limit && string.CompareOrdinal(name, page.Max) > 0) continue;
                page.Add(name);
                if (page.Count > limit) page.Remove(page.Max!);
            }
        return page.ToList();
    });

    T OnDisk<T>(string target, Func<string, T> work)
    {
        try
        {
            if (!_isOpen) Open();
            return work(target);
        }
        catch (Exception e) when (DiskFailure.Is(e))
        {
            throw DiskFailure.Of(e, target);
        }
    }

    // What a dead process has left unfinished goes: whoever writes holds the lock.
    void Open()
    {
        lock (_opening)
        {
            if (_isOpen) return;
            PrivateFile.EnsureFolder(Path.GetDirectoryName(path)!);
            PrivateFile.EnsureFolder(path);
            _lock.Make();
            using (_lock.TakeAlone())
                foreach (var left in Directory.GetFiles(path, Unfinished + "*"))
                    File.Delete(left);
            _isOpen = true;
        }
    }
}
