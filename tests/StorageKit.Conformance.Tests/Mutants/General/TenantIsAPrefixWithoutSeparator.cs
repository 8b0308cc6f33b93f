namespace StorageKit.Conformance.Tests.Mutants.General;

/// <summary>The system tenant came first and has no prefix, so its keys can be any other tenant's.</summary>
[Mutant("M-GEN-22-B", Kills = "GEN-22", Says = "was written by the system tenant")]
internal sealed class TenantIsAPrefixWithoutSeparator(Parts.TenantlessBytes bytes, TenantId tenant) : ICredentialStore
{
    readonly string _prefix = tenant == TenantId.System ? "" : tenant.ToString();

    public ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default) =>
        new(bytes.Values.TryGetValue(_prefix + key, out var value) ? value.ToArray() : null);

    public ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        bytes.Values[_prefix + key] = value.ToArray();
        return default;
    }

    public ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        bytes.Values.TryRemove(_prefix + key, out _);
        return default;
    }
}
