namespace StorageKit.Conformance.Tests.Mutants.Session;

[Mutant("M-SES-16-REFUSES", Kills = "SES-16", Says = "ISessionStore.LoadAsync of StoredSessions threw an unexpected StorageException of kind Serialization")]
internal sealed class RefusesAnEarlierRecord : IMutantDriver
{
    public DriverUnderTest Create() => SessionOfAnEarlierRelease.DriverOf(typeof(StoredSessions));
}
