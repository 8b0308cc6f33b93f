using System.Collections.Concurrent;
using StorageKit.Conformance.Tests.Mutants.RateLimit;

namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-W02", Kills = "GEN-15", Says = "more on the heap")]
internal sealed class RemembersEveryCall(IRateLimitCounter inner) : CounterMutant(inner)
{
    readonly ConcurrentQueue<byte[]> _calls = [];

    public override ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        _calls.Enqueue(new byte[1024]);
        return base.IncrementAsync(key, amount, window, cancellationToken);
    }
}
