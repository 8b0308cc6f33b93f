using System.Text;

namespace StorageKit.Conformance.Clauses;

/// <summary>Where a sink keeps metadata only, no payload is anywhere in the backend.</summary>
/// <remarks>A sink says so by taking <c>metadata_only</c> in its section. What it keeps instead is its own affair; that
/// it keeps something must show, or the scan has looked at the wrong place.</remarks>
[Clause(
    "AUD-27", "Where a sink keeps metadata only, no payload is anywhere in the backend.",
    Contract = typeof(IAuditSink), Needs = Needs.RawScan, Option = "metadata_only = true")]
internal sealed class AUD27_MetadataOnlyKeepsNoPayload : Clause<IAuditSink>
{
    protected override async ValueTask CheckAsync(IAuditSink store, ClauseContext context)
    {
        var canary = CanaryBytes.New("payload");
        var before = ByteWindows.Of(await context.ScanAsync().ConfigureAwait(false));
        var trail = new AuditTrail(AgentId.New(), SessionId.New());
        var entry = trail.Next(AuditEventType.ToolDispatched, 0, Encoding.ASCII.GetString(canary));
        await store.EmitAsync(entry, context.CancellationToken).ConfigureAwait(false);

        var atRest = await context.ScanAsync().ConfigureAwait(false);
        if (RawPattern.OfSecret(canary).FirstOrDefault(form => atRest.Contains(form.Bytes)) is { } found)
            throw new ClauseViolationException(
                $"PAYLOAD KEPT: with metadata_only a payload is at rest {found.Name}; "
                + "leave it out before it is stored");
        if (ByteWindows.Of(atRest).Except(before).Count == 0)
            throw new InconclusiveException(
                "the harness's IRawScan shows the same bytes before and after an entry was emitted");
    }
}
