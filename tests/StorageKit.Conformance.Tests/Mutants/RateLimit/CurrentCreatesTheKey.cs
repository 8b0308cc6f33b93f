namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-R14", Kills = "RLC-03", Says = "reading the key opened a window before")]
internal sealed class CurrentCreatesTheKey(IRateLimitCounter inner) : CounterMutant(inner)
{
    public override ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
        Inner.IncrementAsync(key, 0, TimeSpan.FromMinutes(1), cancellationToken);
}
