namespace StorageKit.Conformance.Children;

/// <summary>One system call of a child.</summary>
/// <param name="Name">For example <c>pwrite64</c>.</param>
/// <param name="Path">The file; of a rename the new name; empty when there is none.</param>
/// <param name="Arguments">As strace shows them.</param>
/// <param name="Entered">Its place among all beginnings and ends of calls.</param>
internal sealed record SystemCall(string Name, string Path, string Arguments, int Entered)
{
    /// <summary>The place of its end; <see cref="int.MaxValue"/> when it did not end.</summary>
    internal int Left { get; set; } = int.MaxValue;

    internal bool Succeeded { get; set; }

    internal bool IsWrite => Name is "pwrite64" or "pwritev" or "pwritev2" or "write";

    internal bool IsSync => Name is "fsync" or "fdatasync" or "msync";

    internal bool IsRename => Name.StartsWith("rename", StringComparison.Ordinal);

    /// <summary>What it changes is in a directory.</summary>
    internal bool ChangesNames => IsRename || Name.StartsWith("unlink", StringComparison.Ordinal);

    /// <summary>For an open: every write goes to the disk before it returns.</summary>
    internal bool OpensSynced => Name is "open" or "openat"
        && (Arguments.Contains("O_SYNC", StringComparison.Ordinal)
            || Arguments.Contains("O_DSYNC", StringComparison.Ordinal));
}
