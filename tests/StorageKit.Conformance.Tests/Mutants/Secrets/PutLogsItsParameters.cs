using Microsoft.Extensions.Logging;

namespace StorageKit.Conformance.Tests.Mutants.Secrets;

[Mutant(
    "M-GEN-19a", Kills = "GEN-19",
    Says = "the value of a secret (in hexadecimal digits) is in a log entry of Acme.Sql")]
internal sealed partial class PutLogsItsParameters(ICredentialStore inner, ILoggerFactory loggers)
    : CredentialMutant(inner)
{
    readonly ILogger _logger = loggers.CreateLogger("Acme.Sql");

    public override ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        Executing(_logger, "INSERT INTO secrets VALUES ($1, $2)", Convert.ToHexString(value.Span));
        return Inner.PutSecretAsync(key, value, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Trace, Message = "Executing {Statement} with {Parameter}")]
    static partial void Executing(ILogger logger, string statement, string parameter);
}
