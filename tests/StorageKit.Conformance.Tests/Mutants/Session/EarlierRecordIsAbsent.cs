namespace StorageKit.Conformance.Tests.Mutants.Session;

[Mutant("M-SES-16-ABSENT", Kills = "SES-16", Says = "that release 1 has stored: expected the record, got null")]
internal sealed class EarlierRecordIsAbsent : IMutantDriver
{
    public DriverUnderTest Create() => SessionOfAnEarlierRelease.DriverOf(typeof(Store));

    internal sealed class Store(SessionRecords records, TenantId tenant) : StoredSessions(records, tenant)
    {
        protected override SessionRecord? Damaged(SessionId session) => null;
    }
}
