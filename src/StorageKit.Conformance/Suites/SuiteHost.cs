namespace StorageKit.Conformance;

/// <summary>A suite's running backend.</summary>
internal sealed class SuiteHost : IAsyncDisposable
{
    internal static readonly TimeSpan StartDeadline = TimeSpan.FromMinutes(2);

    readonly SuiteScope _scope;
    readonly DriverHarness _harness;

    SuiteHost(SuiteScope scope, DriverHarness harness, DriverUnderTest driver)
    {
        _scope = scope;
        _harness = harness;
        Driver = driver;
    }

    internal DriverUnderTest Driver { get; }

    /// <summary>Starts the backend.</summary>
    /// <exception cref="SuiteException">It threw, answered null or did not end in time.
    /// Nothing is left behind.</exception>
    internal static async Task<SuiteHost> StartAsync(
        ConformanceManifest manifest, Func<SuiteScope, ValueTask<DriverHarness>> start, TimeSpan deadline)
    {
        var scope = new SuiteScope();
        try
        {
            var harness = await HarnessAsync(() => start(scope), deadline).ConfigureAwait(false);
            var registry = new Registry();
            manifest.Register(registry);
            return new(scope, harness, new(registry, manifest.Driver, harness));
        }
        catch
        {
            scope.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _harness.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            _scope.Dispose();
        }
    }

    static async Task<DriverHarness> HarnessAsync(Func<ValueTask<DriverHarness>> start, TimeSpan deadline)
    {
        var starting = Task.Run(async () => await start().ConfigureAwait(false));
        if (await Task.WhenAny(starting, Task.Delay(deadline)).ConfigureAwait(false) != starting)
        {
            _ = EndLateAsync(starting);
            throw new SuiteException($"The suite's StartAsync did not end within {deadline.TotalSeconds:0.###} s.");
        }
        try
        {
            return await starting.ConfigureAwait(false)
                ?? throw new SuiteException("The suite's StartAsync answered null. Return a DriverHarness.");
        }
        catch (Exception e) when (e is not SuiteException)
        {
            throw new SuiteException($"The suite's StartAsync threw {e.GetType().Name}: {e.Message}", e);
        }
    }

    // What starts after all, when nobody waits any more, must not stay.
    static async Task EndLateAsync(Task<DriverHarness> starting)
    {
        await Task.WhenAny(starting).ConfigureAwait(false);
        if (starting.IsCompletedSuccessfully) await starting.Result.DisposeAsync().ConfigureAwait(false);
    }
}
