using System.Text;

namespace StorageKit.Conformance.Tests.Mutants.Secrets;

[Mutant(
    "M-GEN-19g", Kills = "GEN-19",
    Says = "the value of a secret (as it is) is in StoreShowsItsLastSecret.ToString()")]
internal sealed class StoreShowsItsLastSecret(ICredentialStore inner) : CredentialMutant(inner)
{
    string _last = "";

    public override ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        _last = Encoding.UTF8.GetString(value.Span);
        return Inner.PutSecretAsync(key, value, cancellationToken);
    }

    public override string ToString() => $"{base.ToString()}, last put {_last}";
}
