namespace StorageKit.Conformance.Xunit.Suites;

/// <summary>A suite whose statement is read.</summary>
[ConformanceSuite("frozen")]
[Deviates("RLC-02", "It never counts.")]
public sealed partial class StatedConformance : ConformanceSuite
{
    /// <inheritdoc/>
    protected override ValueTask<DriverHarness> StartAsync(SuiteScope scope) => new(new DriverHarness("", new Ice()));

    sealed class Ice : IBackendDescription
    {
        public string Description => "Ice 0.0";
    }
}
