using StorageKit.Conformance.Tests.Mutants.Parts;

namespace StorageKit.Conformance.Tests.Mutants.Credential;

[Mutant("M-CRD-14", Kills = "CRD-14", Says = "NOT LINEARIZABLE")]
internal sealed class PutIsSentTwice(ICredentialStore inner) : SecretMutant(inner)
{
    public override async ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        var copy = value.ToArray();
        await Inner.PutSecretAsync(key, copy, cancellationToken);
        LateRepeat.Of(() => Inner.PutSecretAsync(key, copy, CancellationToken.None));
    }
}
