using System.Text;

namespace StorageKit.Conformance.Tests.Mutants.Credential;

[Mutant("M-C02", Kills = "CRD-03", Says = "they differ from byte")]
internal sealed class BytesThroughUtf8Text(ICredentialStore inner) : SecretMutant(inner)
{
    public override ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default) =>
        Inner.PutSecretAsync(key, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(value.Span)), cancellationToken);
}
