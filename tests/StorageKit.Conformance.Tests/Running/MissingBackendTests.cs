using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StorageKit.Conformance.Tests.Mutants;
using StorageKit.Conformance.Wire;

namespace StorageKit.Conformance.Tests.Running;

/// <summary>A driver whose backend is not there fails every clause soon, and says where nobody listened.</summary>
public sealed class MissingBackendTests
{
    [Fact]
    public async Task Three_clauses_find_nobody_and_the_rest_is_not_tried()
    {
        var port = FreePort();
        var driver = new DriverUnderTest(
            new Registry().Add(WireDriver.Registration), WireDriver.Name,
            new DriverHarness($"host = '127.0.0.1'\nport = {port}"));

        var report = await Certification.RunAsync(driver, seed: 1);

        var failed = report.Results.Where(result => result.Outcome == ClauseOutcome.Failed).ToList();
        Assert.All(failed, result => Assert.Contains($"127.0.0.1:{port}", result.Reason, StringComparison.Ordinal));
        Assert.StartsWith("not tried: it was the same in ", failed[^1].Reason, StringComparison.Ordinal);
        Assert.InRange(failed.Count(result => !result.Reason.StartsWith("not tried: ", StringComparison.Ordinal)), 3, 30);
        Assert.InRange(report.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_section_that_cannot_be_opened_is_told_as_that()
    {
        var driver = MutantDriver.Create(typeof(ClosedCounter));

        var results = await RunAsync(driver, "RLC-01", "RLC-02", "RLC-04", "RLC-03", "LIF-01");

        const string reason = "storage backend unavailable: nobody listens at acme.example:7000";
        Assert.All(
            results[..3],
            result => Assert.Equal(
                $"opening the driver's section failed: StorageException of kind Backend: {reason}", result.Reason));
        Assert.Equal(
            $"not tried: it was the same in RLC-01, RLC-02, RLC-04 and nothing passed between: {reason}",
            results[3].Reason);
        Assert.Equal(ClauseOutcome.NotApplicable, results[4].Outcome);
    }

    [Fact]
    public async Task A_backend_that_comes_back_is_tried_again()
    {
        var breakdown = new Breakdown();
        breakdown.Missed("RLC-01", "nobody listens");
        breakdown.Missed("RLC-02", "nobody listens");
        breakdown.Reached();
        breakdown.Missed("RLC-03", "nobody listens");
        Assert.Null(breakdown.Reason);
        breakdown.Missed("RLC-04", "nobody listens");
        breakdown.Missed("RLC-05", "something else");
        Assert.Null(breakdown.Reason);

        // A clause that passes tells so.
        var driver = MutantDriver.Create(typeof(FrozenCounter));
        driver.Breakdown.Missed("AUD-01", "nobody listens");
        driver.Breakdown.Missed("AUD-02", "nobody listens");
        Assert.Equal(ClauseOutcome.Passed, (await RunAsync(driver, "RLC-01"))[0].Outcome);
        driver.Breakdown.Missed("AUD-03", "nobody listens");
        Assert.Null(driver.Breakdown.Reason);
    }

    [Fact]
    public async Task The_whole_catalogue_against_a_driver_that_hangs_takes_three_deadlines()
    {
        var driver = MutantDriver.Create(
            typeof(HangingEverywhere), shared: false, new HangingPlace("method", blocks: true));
        var watch = Stopwatch.StartNew();

        var report = await Certification.RunAsync(
            driver, null, 1, _ => TimeSpan.FromSeconds(1), progress: null, CancellationToken.None);

        var hung = report.Results.Where(
            result => result.Reason.StartsWith("the driver hangs", StringComparison.Ordinal));
        Assert.Equal(ClauseRunner.HangLimit, hung.Count());
        Assert.Equal(ClauseCatalog.All.Count, report.Results.Count);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    static async Task<List<ClauseResult>> RunAsync(DriverUnderTest driver, params string[] ids)
    {
        List<ClauseResult> results = [];
        foreach (var id in ids) results.Add(await ClauseRunner.RunAsync(ClauseCatalog.Get(id), driver, seed: 1));
        return results;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A counter that connects when it is opened.</summary>
    internal sealed class ClosedCounter : IRateLimitCounter
    {
        public ClosedCounter() => throw new StorageException(
            StorageErrorKind.Backend, "nobody listens at acme.example:7000", isTransient: true);

        public ValueTask<ulong> IncrementAsync(
            string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) => default;

        public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) => default;

        public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) => default;
    }
}
