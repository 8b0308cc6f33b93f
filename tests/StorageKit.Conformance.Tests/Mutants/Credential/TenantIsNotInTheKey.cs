using StorageKit.Conformance.Tests.Mutants.Parts;

namespace StorageKit.Conformance.Tests.Mutants.Credential;

[Mutant("M-C16", Kills = "CRD-12", Says = "of a tenant that has none")]
internal sealed class TenantIsNotInTheKey(ICredentialStore inner, TenantlessBytes all) : SecretMutant(inner)
{
    public override ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default) =>
        new(all.Values.GetValueOrDefault(key)?.ToArray());

    public override ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        all.Values[key] = value.ToArray();
        return default;
    }

    public override ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        all.Values.TryRemove(key, out _);
        return default;
    }
}
