using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.Credential;

[Mutant("M-CRD-20", Kills = "CRD-20", Says = "after the array given")]
internal sealed class KeepsTheCallersArray(ICredentialStore inner) : SecretMutant(inner)
{
    readonly ConcurrentDictionary<string, ReadOnlyMemory<byte>> _given = new();

    public override ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        _given[key] = value;
        return default;
    }

    public override ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default) =>
        new(_given.TryGetValue(key, out var value) ? value.ToArray() : null);
}
