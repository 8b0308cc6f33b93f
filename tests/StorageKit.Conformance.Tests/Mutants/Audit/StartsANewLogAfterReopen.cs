namespace StorageKit.Conformance.Tests.Mutants.Audit;

[Mutant("M-A15", Kills = "AUD-18", Says = "after reopening", Shared = true)]
internal sealed class StartsANewLogAfterReopen(TenantId tenant)
    : ListedAuditLog(new AuditBackend(), tenant);
