namespace StorageKit.Conformance.Tests.Mutants.Session;

[Mutant("M-S12", Kills = "SES-12", Says = "expected a StorageException of kind Serialization, but it succeeded")]
internal sealed class DamagedRecordReadAsAbsent : IMutantDriver
{
    public DriverUnderTest Create() => MutantDriver.Create(typeof(Store), shared: true, new SessionRecords());

    internal sealed class Store(SessionRecords records, TenantId tenant) : StoredSessions(records, tenant)
    {
        protected override SessionRecord? Damaged(SessionId session) => null;
    }
}
