using System.Diagnostics;

namespace StorageKit.Conformance.Tests.Mutants.Secrets;

[Mutant(
    "M-GEN-19b", Kills = "GEN-19",
    Says = "the payload of an audit entry (as it is) is in an activity of Acme.Sql, a tag")]
internal sealed class PayloadInAnActivity(IAuditSink inner) : IAuditSink
{
    static readonly ActivitySource s_source = new("Acme.Sql");

    public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        using var activity = s_source.StartActivity("INSERT");
        activity?.SetTag("db.query.text", $"INSERT INTO audit VALUES ('{entry.Payload}')");
        await inner.EmitAsync(entry, cancellationToken);
    }
}
