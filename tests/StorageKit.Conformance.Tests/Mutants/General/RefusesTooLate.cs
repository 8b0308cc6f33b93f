using StorageKit.Conformance.Tests.Mutants.RateLimit;

namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-GEN-05-B", Kills = "GEN-05", Says = "refused calls: expected \"total 5\", got \"total 8\"")]
internal sealed class RefusesTooLate(IRateLimitCounter inner) : CounterMutant(inner)
{
    public override async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        var isBad = window <= TimeSpan.Zero;
        var total = await base.IncrementAsync(key, amount, isBad ? TimeSpan.MaxValue : window, cancellationToken);
        return isBad ? throw new ArgumentOutOfRangeException(nameof(window)) : total;
    }
}
