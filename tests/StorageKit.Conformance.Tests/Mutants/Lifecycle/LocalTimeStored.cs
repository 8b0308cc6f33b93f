namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

[Mutant("M-L07", Kills = "LIF-06", Says = "last-seen right after register")]
internal sealed class LocalTimeStored(AgentBackend backend, TenantId tenant, TimeProvider time)
    : LockedLifecycle(backend, tenant, time)
{
    protected override DateTimeOffset Now() => new(Time.GetLocalNow().DateTime, TimeSpan.Zero);
}
