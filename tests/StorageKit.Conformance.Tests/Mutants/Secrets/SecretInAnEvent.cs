using System.Diagnostics.Tracing;

namespace StorageKit.Conformance.Tests.Mutants.Secrets;

[Mutant("M-GEN-19d", Kills = "GEN-19", Says = "the value of a secret (as numbers) is in an event of Acme-Vault")]
internal sealed class SecretInAnEvent(ICredentialStore inner) : CredentialMutant(inner)
{
    public override ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        VaultEvents.Log.Put(string.Join(',', value.ToArray()));
        return Inner.PutSecretAsync(key, value, cancellationToken);
    }
}

[EventSource(Name = "Acme-Vault")]
internal sealed class VaultEvents : EventSource
{
    internal static readonly VaultEvents Log = new();

    [Event(1)]
    public void Put(string bytes) => WriteEvent(1, bytes);
}
