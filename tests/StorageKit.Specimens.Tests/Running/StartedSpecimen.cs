using StorageKit.Conformance;

namespace StorageKit.Specimens.Tests.Running;

/// <summary>A specimen with its backend.</summary>
/// <param name="Driver">What the clauses are run against.</param>
/// <param name="EmptyAsync">Empties the backend. The reference's drivers have no tenants, so what one clause leaves
/// behind would be seen by the next.</param>
internal sealed record StartedSpecimen(DriverUnderTest Driver, Func<ValueTask> EmptyAsync)
{
    /// <summary>One whose driver begins with nothing each time that it is opened.</summary>
    internal static StartedSpecimen InProcess(
        Action<Registry> register, string name, string section = "", params object[] probes) =>
        new(New(register, name, new DriverHarness(section, probes)), () => default);

    internal static DriverUnderTest New(Action<Registry> register, string name, DriverHarness harness)
    {
        var registry = new Registry();
        register(registry);
        return new DriverUnderTest(registry, name, harness) { Register = register };
    }
}
