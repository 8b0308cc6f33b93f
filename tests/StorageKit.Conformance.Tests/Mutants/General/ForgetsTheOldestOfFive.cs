using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.General;

/// <summary>Seen only after a certain five writes, which the shrinker has to find among all the others.</summary>
[Mutant("M-GEN-23-B", Kills = "GEN-23", Says = "ICredentialStore, operation 6, get(")]
internal sealed class ForgetsTheOldestOfFive(ICredentialStore inner) : CredentialMutant(inner)
{
    readonly ConcurrentQueue<string> _order = new();

    public override async ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        await base.PutSecretAsync(key, value, cancellationToken);
        if (_order.Contains(key)) return;
        _order.Enqueue(key);
        if (_order.Count == 5 && _order.TryDequeue(out var oldest))
            await base.DeleteSecretAsync(oldest, cancellationToken);
    }
}
