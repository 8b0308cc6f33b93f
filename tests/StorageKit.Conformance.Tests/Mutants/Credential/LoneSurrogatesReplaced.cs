using System.Text;

namespace StorageKit.Conformance.Tests.Mutants.Credential;

[Mutant("M-CRD-04", Kills = "CRD-04", Says = "a lone surrogate: expected ArgumentException")]
internal sealed class LoneSurrogatesReplaced(ICredentialStore inner) : SecretMutant(inner)
{
    public override ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default) =>
        Inner.GetSecretAsync(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(key)), cancellationToken);

    public override ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default) =>
        Inner.PutSecretAsync(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(key)), value, cancellationToken);

    public override ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default) =>
        Inner.DeleteSecretAsync(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(key)), cancellationToken);
}
