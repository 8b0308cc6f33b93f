using StorageKit.Conformance.Tests.Mutants.RateLimit;

namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-W05", Kills = "GEN-24", Says = "64 callers failed with StorageException of kind Timeout")]
internal sealed class RefusesTheThirtyThirdCaller(IRateLimitCounter inner) : CounterMutant(inner)
{
    int _callers;

    public override async ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        try
        {
            if (Interlocked.Increment(ref _callers) > 32)
                throw new StorageException(StorageErrorKind.Timeout, "the connection pool is exhausted");
            await Task.Delay(1, cancellationToken);
            return await base.IncrementAsync(key, amount, window, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _callers);
        }
    }
}
