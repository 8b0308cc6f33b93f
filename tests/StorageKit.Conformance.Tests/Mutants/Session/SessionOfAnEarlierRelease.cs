namespace StorageKit.Conformance.Tests.Mutants.Session;

/// <summary>A record as an earlier release of <see cref="StoredSessions"/> wrote it: with one field more at its end.
/// </summary>
internal sealed class SessionOfAnEarlierRelease(SessionRecords records) : IEarlierRelease
{
    public ValueTask<IReadOnlyList<EarlierStore>> RestoreAsync(CancellationToken cancellationToken = default)
    {
        var tenant = TenantId.New();
        var session = new SessionRecord(SessionId.New(), AgentId.New(), StartedAtNs: 7);
        byte[] record = [.. session.AgentId.ToByteArray(), 0, 0, 0, 0, 0, 0, 0, 7, 0x2a];
        records.Stored[SessionRecords.Key(tenant, session.SessionId.ToByteArray())] = record;
        return new([new EarlierStore("release 1", "", tenant, [session])]);
    }

    internal static DriverUnderTest DriverOf(Type store)
    {
        var records = new SessionRecords();
        return MutantDriver.Create(store, shared: true, records, new SessionOfAnEarlierRelease(records));
    }
}
