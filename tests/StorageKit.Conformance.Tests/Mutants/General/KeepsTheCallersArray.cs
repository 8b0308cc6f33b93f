using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-GEN-18-A", Kills = "GEN-18", Says = "after the caller changed the array he had stored")]
internal sealed class KeepsTheCallersArray(ICredentialStore inner) : CredentialMutant(inner)
{
    readonly ConcurrentDictionary<string, ReadOnlyMemory<byte>> _secrets = new();

    public override ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        _secrets[key] = value;
        return default;
    }

    public override ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default) =>
        new(
            _secrets.TryGetValue(key, out var value) && MemoryMarshal.TryGetArray(value, out _)
                ? value.ToArray()
                : null);
}
