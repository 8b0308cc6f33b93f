using System.Buffers;

namespace StorageKit.Conformance.Tests.Mutants.Credential;

[Mutant("M-Z21", Kills = "CRD-19", Says = "NOT CLEARED")]
internal sealed class PooledBufferIsNotCleared(ICredentialStore inner) : SecretMutant(inner)
{
    public override async ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(value.Length);
        value.CopyTo(buffer);
        await Inner.PutSecretAsync(key, buffer.AsMemory(0, value.Length), cancellationToken);
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
