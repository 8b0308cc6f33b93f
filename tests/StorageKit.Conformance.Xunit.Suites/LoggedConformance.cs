namespace StorageKit.Conformance.Xunit.Suites;

/// <summary>Its backend tells of its start and end.</summary>
[ConformanceSuite("frozen")]
public sealed partial class LoggedConformance : ConformanceSuite
{
    /// <summary>What happened.</summary>
    public static StartLog Log { get; } = new();

    /// <inheritdoc/>
    protected override ValueTask<DriverHarness> StartAsync(SuiteScope scope)
    {
        Log.Started(scope);
        return new(new DriverHarness(section: "", Log));
    }
}
