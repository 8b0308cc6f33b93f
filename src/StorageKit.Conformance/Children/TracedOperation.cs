namespace StorageKit.Conformance.Children;

/// <summary>An operation of a child, or its opening, with the system calls that it took.</summary>
/// <param name="Line">What the child said of it, without times.</param>
/// <param name="Calls">Its calls, in the order of their beginnings.</param>
/// <param name="OpensSynced">Files that are opened so that every write is synced.</param>
internal sealed record TracedOperation(
    ChildLine Line, IReadOnlyList<SystemCall> Calls, IReadOnlySet<string> OpensSynced)
{
    /// <summary>Why the loss of power may take what the operation has stored; null when it cannot: something that it
    /// wrote was synced after the write, and every rename was made to last by a sync of its directory. So was every
    /// deletion of an operation that did nothing else; beside writes it may as well have been of a temporary file.
    /// </summary>
    internal string? SyncProblem()
    {
        var writes = Calls.Where(call => call is { IsWrite: true, Succeeded: true }).ToList();
        var names = Calls.Where(call => call is { ChangesNames: true, Succeeded: true }).ToList();
        if (Calls.Any(call => call is { Name: "msync", Succeeded: true })) return null;
        if (writes.Count == 0 && names.Count == 0) return "before anything was written to a file";
        if (writes.Count > 0 && !writes.Any(write => OpensSynced.Contains(write.Path) || IsSynced(write)))
            return Calls.Any(call => call is { IsSync: true, Succeeded: false })
                ? "after a sync that failed: trying the sync again brings nothing back, the data must be written anew"
                : "before the file that it was written to was synced: a power cut loses it";
        var mustLast = names.Where(call => call.IsRename || writes.Count == 0);
        return mustLast.Any(name => !IsSynced(name))
            ? "before the directory of a renamed or deleted file was synced: a power cut brings the old file back"
            : null;
    }

    bool IsSynced(SystemCall change)
    {
        var path = change.ChangesNames ? System.IO.Path.GetDirectoryName(change.Path) : change.Path;
        var syncs = Calls.Where(call => call.IsSync && call.Path == path && call.Entered > change.Left);
        // What a failed sync has dropped is not on the disk, though the next sync succeeds.
        return syncs.FirstOrDefault() is { Succeeded: true };
    }
}
