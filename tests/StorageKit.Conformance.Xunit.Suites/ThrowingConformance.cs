namespace StorageKit.Conformance.Xunit.Suites;

/// <summary>Its backend does not start.</summary>
[ConformanceSuite("frozen")]
public sealed partial class ThrowingConformance : ConformanceSuite
{
    /// <summary>How often it was tried, and where it left something.</summary>
    public static StartLog Log { get; } = new();

    /// <inheritdoc/>
    protected override ValueTask<DriverHarness> StartAsync(SuiteScope scope)
    {
        Log.Started(scope);
        throw new InvalidOperationException("port 5432 is taken");
    }
}
