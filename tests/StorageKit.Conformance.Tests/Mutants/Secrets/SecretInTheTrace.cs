using System.Diagnostics;
using System.Text;

namespace StorageKit.Conformance.Tests.Mutants.Secrets;

[Mutant("M-GEN-19f", Kills = "GEN-19", Says = "the value of a secret (as it is) is in the trace or debug output")]
internal sealed class SecretInTheTrace(ICredentialStore inner) : CredentialMutant(inner)
{
    public override ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        Trace.TraceInformation("put {0} = {1}", key, Encoding.UTF8.GetString(value.Span));
        return Inner.PutSecretAsync(key, value, cancellationToken);
    }
}
