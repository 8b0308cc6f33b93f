namespace StorageKit.Conformance.Xunit.Suites;

/// <summary>Its backend never ends.</summary>
[ConformanceSuite("frozen")]
public sealed partial class LingeringConformance : ConformanceSuite
{
    /// <summary>What was started.</summary>
    public static StartLog Log { get; } = new();

    internal override TimeSpan EndDeadline => TimeSpan.FromMilliseconds(250);

    /// <inheritdoc/>
    protected override ValueTask<DriverHarness> StartAsync(SuiteScope scope)
    {
        Log.Started(scope);
        return new(new DriverHarness(section: "", new Lingering()));
    }

    sealed class Lingering : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => new(Task.Delay(Timeout.Infinite));
    }
}
