using StorageKit.Conformance.Tests.Mutants.Parts;

namespace StorageKit.Conformance.Tests.Mutants.General;

/// <summary>The tenant stands before the key by the first eight digits of its id.</summary>
[Mutant("M-GEN-22-CUT", Kills = "GEN-22", Says = "TENANTS MEET: the secret of tenant")]
internal class TenantIsCutToFourBytes(TenantlessBytes secrets, TenantId tenant) : ICredentialStore
{
    protected virtual string Prefix => tenant.ToHex()[..8] + ":";

    public ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default) =>
        new(secrets.Values.GetValueOrDefault(Prefix + key));

    public ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        secrets.Values[Prefix + key] = value.ToArray();
        return default;
    }

    public ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        secrets.Values.TryRemove(Prefix + key, out _);
        return default;
    }
}
