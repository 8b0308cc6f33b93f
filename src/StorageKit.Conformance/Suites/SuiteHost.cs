namespace StorageKit.Conformance;

/// <summary>A suite's running backend.</summary>
internal sealed class SuiteHost : IAsyncDisposable
{
    internal static readonly TimeSpan StartDeadline = TimeSpan.FromMinutes(2);
    internal static readonly TimeSpan EndDeadline = TimeSpan.FromSeconds(30);

    readonly SuiteScope _scope;
    readonly DriverHarness _harness;
    readonly RunningMark _mark;
    readonly TimeSpan _endDeadline;

    SuiteHost(SuiteScope scope, DriverHarness harness, DriverUnderTest driver, RunningMark mark, TimeSpan endDeadline)
    {
        _endDeadline = endDeadline;
        _scope = scope;
        _harness = harness;
        _mark = mark;
        Driver = driver;
    }

    internal DriverUnderTest Driver { get; }

    /// <summary>Starts the backend.</summary>
    /// <exception cref="SuiteException">It threw, answered null or did not end in time.
    /// Nothing is left behind.</exception>
    internal static async Task<SuiteHost> StartAsync(
        Type suite, ConformanceManifest manifest, Func<SuiteScope, ValueTask<DriverHarness>> start, TimeSpan deadline,
        TimeSpan endDeadline)
    {
        var scope = new SuiteScope();
        try
        {
            var harness = await HarnessAsync(() => start(scope), deadline).ConfigureAwait(false);
            var registry = new Registry();
            manifest.Register(registry);
            harness.Behind?.Invoke(registry);
            var mark = RunningMark.Place(suite.FullName!, scope, AppContext.BaseDirectory);
            var driver = new DriverUnderTest(registry, manifest.Driver, harness) { Register = manifest.Register };
            return new(scope, harness, driver, mark, endDeadline);
        }
        catch
        {
            scope.Dispose();
            throw;
        }
    }

    /// <summary>Runs one clause, or says that an earlier run died of it.</summary>
    internal async Task<ClauseResult> RunAsync(Clause clause)
    {
        if (_mark.Killers.Contains(clause.Id))
            return new(
                clause, ClauseOutcome.Failed,
                "an earlier run of the suite died while this clause ran: the driver killed the process, or somebody "
                + "did. It was not tried now; run the suite again to try it",
                TimeSpan.Zero, ClauseRunner.SeedFromEnvironment());
        _mark.Enter(clause.Id);
        var result = await ClauseRunner.RunAsync(clause, Driver).ConfigureAwait(false);
        _mark.Leave();
        return result;
    }

    /// <exception cref="SuiteException">The harness did not end in time; its folder is removed all the same.
    /// </exception>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await Task.Run(async () => await _harness.DisposeAsync().ConfigureAwait(false))
                .WaitAsync(_endDeadline).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new SuiteException(
                $"The suite's harness was not disposed within {_endDeadline.TotalSeconds:0.###} s; "
                + "what it started may still run.");
        }
        finally
        {
            _mark.Dispose();
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
