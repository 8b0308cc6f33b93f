using StorageKit.Conformance.Wire;

namespace StorageKit.Conformance.Tests.Mutants.Network;

[Mutant(
    "M-N62", Kills = "SES-09", Says = "a record and its time to live have to be one step",
    Seen = "the reference's Redis driver")]
internal sealed class SessionThenItsExpiry : IMutantDriver
{
    public DriverUnderTest Create() => WireMutant.WithStore<ISessionStore>(
        (inner, client, tenant) => new Store(inner, client, tenant));

    sealed class Store(ISessionStore inner, WireClient client, TenantId tenant) : SessionMutant(inner)
    {
        public override async ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
        {
            using var saved = await client.CallAsync(WireFrame.Request(WireOperation.SessionSave, tenant, w =>
            {
                w.Write(session.SessionId.ToByteArray());
                w.Write(session.AgentId.ToByteArray());
                w.Write(session.StartedAtNs);
                w.Write(0L);
            }), cancellationToken);
            if (client.Options.SessionTtl is not { } ttl) return;
            using var done = await client.CallAsync(WireFrame.Request(WireOperation.SessionExpire, tenant, w =>
            {
                w.Write(session.SessionId.ToByteArray());
                w.Write(ttl.Ticks);
            }), cancellationToken);
        }
    }
}
