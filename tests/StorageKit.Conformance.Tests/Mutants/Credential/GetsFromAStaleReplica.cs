using StorageKit.Conformance.Tests.Mutants.Parts;

namespace StorageKit.Conformance.Tests.Mutants.Credential;

[Mutant("M-CRD-13", Kills = "CRD-13", Says = "STALE READ")]
internal sealed class GetsFromAStaleReplica(ICredentialStore inner) : SecretMutant(inner)
{
    readonly StaleReplica<string, byte[]> _replica = new();

    public override ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        _replica.Write(key, value.ToArray());
        return default;
    }

    public override ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default) =>
        new(_replica.Read(key));
}
