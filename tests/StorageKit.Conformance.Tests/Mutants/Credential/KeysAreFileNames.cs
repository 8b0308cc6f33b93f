using StorageKit.Conformance.Tests.Mutants.Parts;

namespace StorageKit.Conformance.Tests.Mutants.Credential;

[Mutant("M-C06", Kills = "CRD-05", Says = "ESCAPED")]
internal sealed class KeysAreFileNames(ICredentialStore inner, OutsideCopies copies) : SecretMutant(inner)
{
    public override async ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        await Inner.PutSecretAsync(key, value, cancellationToken);
        copies.Write(key, value.Span);
    }
}
