namespace StorageKit.Conformance.Children;

/// <summary>How a child process runs.</summary>
internal sealed record ChildOptions
{
    /// <summary>What strace does to it; null for a run without strace.</summary>
    internal SystemCalls? SystemCalls { get; init; }

    /// <summary>How long it may be silent before the driver counts as hanging.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Environment variables beyond those of this process.</summary>
    internal IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
