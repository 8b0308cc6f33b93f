namespace StorageKit.Conformance.Xunit.Suites;

/// <summary>Its backend starts when nobody waits any more.</summary>
[ConformanceSuite("frozen")]
public sealed partial class HangingConformance : ConformanceSuite
{
    /// <summary>What was started.</summary>
    public static StartLog Log { get; } = new();

    /// <summary>Ends the waiting of the start.</summary>
    public static TaskCompletionSource Late { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the late start got when it asked for its folder.</summary>
    public static Exception? Refused { get; private set; }

    internal override TimeSpan StartDeadline => TimeSpan.FromMilliseconds(250);

    /// <inheritdoc/>
    protected override async ValueTask<DriverHarness> StartAsync(SuiteScope scope)
    {
        Log.Started(scope);
        await Late.Task;
        try
        {
            Directory.CreateDirectory(Path.Combine(scope.Folder, "late"));
        }
        catch (ObjectDisposedException e)
        {
            Refused = e;
        }
        return new(section: "", Log);
    }
}
