using StorageKit.Conformance.Tests.Mutants.Parts;

namespace StorageKit.Conformance.Tests.Mutants.Credential;

[Mutant("M-Z15", Kills = "CRD-10", Says = "NAMES ANOTHER KEY")]
internal sealed class ErrorSuggestsSimilarKeys(ICredentialStore inner) : SecretMutant(inner)
{
    readonly PerInstanceCache<string, string> _keys = new();

    public override ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        _keys.Keep(key[..1], key);
        return Inner.PutSecretAsync(key, value, cancellationToken);
    }

    public override async ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default) =>
        await Inner.GetSecretAsync(key, cancellationToken) ?? throw new StorageException(
            StorageErrorKind.NotFound, $"no secret \"{key}\"; did you mean \"{_keys.Find(key[..1])}\"?");
}
