namespace StorageKit.Conformance.Xunit;

/// <summary>A suite's running backend.</summary>
internal sealed class SuiteHost : IAsyncDisposable
{
    static readonly TimeSpan StartDeadline = TimeSpan.FromMinutes(2);

    readonly SuiteScope _scope;
    readonly DriverHarness _harness;

    SuiteHost(SuiteScope scope, DriverHarness harness, DriverUnderTest driver)
    {
        _scope = scope;
        _harness = harness;
        Driver = driver;
    }

    internal DriverUnderTest Driver { get; }

    internal static async Task<SuiteHost> StartAsync(
        ConformanceManifest manifest, Func<SuiteScope, ValueTask<DriverHarness>> start)
    {
        var scope = new SuiteScope();
        try
        {
            var harness = await Task.Run(async () => await start(scope).ConfigureAwait(false))
                .WaitAsync(StartDeadline).ConfigureAwait(false);
            var registry = new Registry();
            manifest.Register(registry);
            return new(scope, harness, new(registry, manifest.Driver, harness));
        }
        catch (TimeoutException e)
        {
            scope.Dispose();
            throw new SuiteException($"The suite's StartAsync did not end within {StartDeadline.TotalSeconds:0} s.", e);
        }
        catch
        {
            scope.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _harness.DisposeAsync().ConfigureAwait(false);
        _scope.Dispose();
    }
}
