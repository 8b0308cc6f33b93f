using System.Buffers;

namespace StorageKit.Conformance.Clauses;

/// <summary>A buffer that held a secret is cleared before it goes back to the shared pool.</summary>
/// <remarks>Looks into the shared pool only; a pool of the driver's own is out of sight.</remarks>
[Clause(
    "CRD-19", "A buffer that held a secret is cleared before it goes back to the shared pool.",
    Contract = typeof(ICredentialStore), Stochastic = true)]
internal sealed class CRD19_PooledBuffersAreCleared : Clause<ICredentialStore>
{
    protected override async ValueTask CheckAsync(ICredentialStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        foreach (var length in s_lengths)
        {
            var secret = CanaryBytes.New("sk-pooled", length);
            // Several times: the pool keeps one buffer for each thread alone, and only the next ones for all.
            for (var i = 0; i < Times; i++)
            {
                await store.PutSecretAsync("pooled", secret, token).ConfigureAwait(false);
                await store.GetSecretAsync("pooled", token).ConfigureAwait(false);
            }
            Expect.That(
                !IsInPool(secret),
                $"NOT CLEARED: the shared array pool hands out a buffer with a secret of {length} bytes in it; "
                + "return buffers "
                + "with clearArray: true, or CryptographicOperations.ZeroMemory them before");
        }
    }

    // The pool's sizes above are handed out without being zeroed when they are new, so they could hold anything.
    static readonly int[] s_lengths = [100, 400, 900];
    const int Times = 8;
    const int GreatestZeroed = 1024;

    static bool IsInPool(byte[] secret)
    {
        const int BuffersOfASize = 64;
        List<byte[]> rented = [];
        for (var size = 128; size <= GreatestZeroed; size *= 2)
            for (var i = 0; i < BuffersOfASize; i++)
                rented.Add(ArrayPool<byte>.Shared.Rent(size));
        var isThere = rented.Exists(buffer => buffer.AsSpan().IndexOf(secret) >= 0);
        foreach (var buffer in rented) ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        return isThere;
    }
}
