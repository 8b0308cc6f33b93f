namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant(
    "M-C20", Kills = "GEN-05",
    Says = "PutSecretAsync, key \"\\u0000\": a valid key, but got StorageException of kind Backend",
    Seen = "https://github.com/npgsql/npgsql/issues/2335")]
internal sealed class NulKeyReportedAsOutage(ICredentialStore inner) : CredentialMutant(inner)
{
    public override ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default) =>
        key is not null && key.Contains('\0')
            ? throw new StorageException(StorageErrorKind.Backend, "the server refused the text")
            : base.PutSecretAsync(key!, value, cancellationToken);
}
