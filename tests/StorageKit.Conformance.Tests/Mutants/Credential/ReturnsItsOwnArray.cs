using StorageKit.Conformance.Tests.Mutants.Parts;

namespace StorageKit.Conformance.Tests.Mutants.Credential;

[Mutant("M-CRD-20b", Kills = "CRD-20", Says = "after the array GetSecretAsync returned")]
internal sealed class ReturnsItsOwnArray(ICredentialStore inner) : SecretMutant(inner)
{
    readonly PerInstanceCache<string, byte[]> _own = new();

    public override ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        _own.Keep(key, value.ToArray());
        return default;
    }

    public override ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default) => new(_own.Find(key));
}
