namespace StorageKit.Conformance.Xunit.Suites;

/// <summary>Two suites that start only when both are running.</summary>
public static class Meeting
{
    static readonly CountdownEvent s_bothStarted = new(2);

    /// <summary>What the suites were given.</summary>
    public static StartLog[] Logs { get; } = [new(), new()];

    internal static async ValueTask<DriverHarness> StartAsync(SuiteScope scope, int suite)
    {
        Logs[suite].Started(scope);
        s_bothStarted.Signal();
        await Task.Run(() => s_bothStarted.Wait(TimeSpan.FromSeconds(60)));
        if (!s_bothStarted.IsSet)
            throw new TimeoutException("the other suite did not start: suites do not run in parallel");
        return new(section: "", Logs[suite]);
    }
}

/// <summary>One of two.</summary>
[ConformanceSuite("frozen")]
public sealed partial class FirstConformance : ConformanceSuite
{
    /// <inheritdoc/>
    protected override ValueTask<DriverHarness> StartAsync(SuiteScope scope) => Meeting.StartAsync(scope, 0);
}

/// <summary>The other.</summary>
[ConformanceSuite("frozen")]
public sealed partial class SecondConformance : ConformanceSuite
{
    /// <inheritdoc/>
    protected override ValueTask<DriverHarness> StartAsync(SuiteScope scope) => Meeting.StartAsync(scope, 1);
}
