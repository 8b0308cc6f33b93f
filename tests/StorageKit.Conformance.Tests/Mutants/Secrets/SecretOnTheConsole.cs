using System.Text;

namespace StorageKit.Conformance.Tests.Mutants.Secrets;

[Mutant("M-GEN-19e", Kills = "GEN-19", Says = "the value of a secret (as it is) is in the console's error output")]
internal sealed class SecretOnTheConsole(ICredentialStore inner) : CredentialMutant(inner)
{
    public override ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        Console.Error.WriteLine($"put {key} = {Encoding.UTF8.GetString(value.Span)}");
        return Inner.PutSecretAsync(key, value, cancellationToken);
    }
}
