namespace StorageKit.Benchmarks.Report;

/// <summary>What was to be reached, and whether it was.</summary>
internal sealed record Goal(string What, double Measured, double Limit, bool IsUpperLimit)
{
    /// <summary>Whether the smoke test checks it, too.</summary>
    public bool Quick { get; init; }

    public bool IsMet => IsUpperLimit ? Measured <= Limit : Measured >= Limit;
}
