using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-GEN-22", Kills = "GEN-22", Says = "ICredentialStore, while another tenant uses the same keys")]
internal sealed class TenantIsNotInTheKey(ConcurrentDictionary<string, byte[]> secrets) : ICredentialStore
{
    public ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default) =>
        new(secrets.TryGetValue(key, out var value) ? value.ToArray() : null);

    public ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        secrets[key] = value.ToArray();
        return default;
    }

    public ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        secrets.TryRemove(key, out _);
        return default;
    }
}
