using System.Diagnostics;

namespace StorageKit.Conformance.Xunit.Suites;

/// <summary>A counter whose increments kill the process, in the way that the environment says.</summary>
[StorageDriver("killing", ProcessLocal = true)]
public sealed class KillingCounter : IRateLimitCounter
{
    /// <summary>The variable that says how: <c>fail-fast</c>, <c>stack-overflow</c>, <c>kill</c> or <c>exit</c>; without
    /// it the counter lives.</summary>
    public const string Variable = "STORAGEKIT_TEST_KILL";

    /// <inheritdoc/>
    public ValueTask<ulong> IncrementAsync(
        string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default)
    {
        switch (Environment.GetEnvironmentVariable(Variable))
        {
            case "fail-fast":
                Environment.FailFast("on purpose");
                break;
            case "stack-overflow":
                return new((ulong)Fall(0));
            case "kill":
                Process.GetCurrentProcess().Kill();
                Thread.Sleep(Timeout.Infinite);
                break;
            case "exit":
                Environment.Exit(0);
                break;
        }
        return new(amount);
    }

    /// <inheritdoc/>
    public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => new(0UL);

    /// <inheritdoc/>
    public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default;

    static int Fall(int depth) => depth < 0 ? 0 : 1 + Fall(depth + 1) + Fall(depth + 2);
}

/// <summary>Its suite.</summary>
[ConformanceSuite("killing")]
public sealed partial class KillingConformance : ConformanceSuite
{
    /// <inheritdoc/>
    protected override ValueTask<DriverHarness> StartAsync(SuiteScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        File.WriteAllText(Path.Combine(scope.Folder, "killing"), scope.UniqueName);
        return new(new DriverHarness());
    }
}
