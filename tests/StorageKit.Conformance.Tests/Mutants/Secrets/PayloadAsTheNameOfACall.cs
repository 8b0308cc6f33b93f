using StorageKit.Diagnostics;

namespace StorageKit.Conformance.Tests.Mutants.Secrets;

[Mutant(
    "M-GEN-19i", Kills = "GEN-19",
    Says = "the payload of an audit entry (as it is) is in a tag of the metric db.client.operation.duration")]
internal sealed class PayloadAsTheNameOfACall(IAuditSink inner) : IAuditSink
{
    static readonly DriverTelemetry s_telemetry = new("acme", "acme");

    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        using var call = s_telemetry.Operation<IAuditSink>($"Emit {entry.Payload}").Start();
        return call.Watch(inner.EmitAsync(entry, cancellationToken));
    }
}
