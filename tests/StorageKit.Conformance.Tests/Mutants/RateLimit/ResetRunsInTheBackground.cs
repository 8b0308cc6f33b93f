namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-RLC-07", Kills = "RLC-07", Says = "NOT LINEARIZABLE")]
internal sealed class ResetRunsInTheBackground(IRateLimitCounter inner) : CounterMutant(inner)
{
    public override ValueTask ResetAsync(string key, CancellationToken cancellationToken = default)
    {
        _ = Task.Run(() => Inner.ResetAsync(key, CancellationToken.None), CancellationToken.None);
        return default;
    }
}
