namespace StorageKit.Conformance.Tests.Mutants.Session;

[Mutant("M-SES-06", Kills = "SES-06", Says = "WRONG BYTE ORDER")]
internal sealed class IdsInTheOrderOfGuid : IMutantDriver
{
    public DriverUnderTest Create() => MutantDriver.Create(typeof(Store), shared: true, new SessionRecords());

    internal sealed class Store(SessionRecords records, TenantId tenant) : StoredSessions(records, tenant)
    {
        protected override byte[] Bytes(SessionId session) => Guid.Parse(session.ToString()).ToByteArray();
    }
}
