namespace StorageKit.Conformance.Tests.Mutants.Audit;

/// <summary>Makes a driver whose log can be damaged behind its back.</summary>
internal static class TamperableDriver
{
    internal static DriverUnderTest Create(AuditBackend backend, Func<TenantId, ListedAuditLog> open)
    {
        var registration = new DriverRegistration("mutant")
        {
            Stores =
            [
                new(
                    typeof(ListedAuditLog), [new("audit_sink", typeof(IAuditSink))],
                    (scope, _) => new(open(scope.Tenant))),
            ],
        };
        return new(new Registry().Add(registration), "mutant", new DriverHarness("", new AuditTamper(backend)));
    }
}
