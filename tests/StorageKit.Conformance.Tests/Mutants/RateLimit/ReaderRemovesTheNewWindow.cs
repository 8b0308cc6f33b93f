namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

/// <summary>A reader that finds a window over removes the key, though a new window may have been opened since.
/// </summary>
[Mutant("M-RLC-22-READ", Kills = "RLC-22", Says = "NOT LINEARIZABLE")]
internal sealed class ReaderRemovesTheNewWindow(IRateLimitCounter inner) : CounterMutant(inner)
{
    public override async ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default)
    {
        var total = await Inner.CurrentAsync(key, cancellationToken);
        if (total > 0) return total;
        await Task.Yield();
        await Inner.ResetAsync(key, cancellationToken);
        return 0;
    }
}
