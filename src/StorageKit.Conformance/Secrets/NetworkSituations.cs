using StorageKit.Conformance.Faults;

namespace StorageKit.Conformance.Secrets;

/// <summary>What happens to a driver whose backend is reached by a network, or can be stopped.</summary>
internal static class NetworkSituations
{
    // Every call waits so long in the worst case, in every situation.
    static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(250);

    internal static IEnumerable<ValueTask> Of(ClauseContext context, WatchedDriver driver)
    {
        if (context.Driver.Harness.Probe<IBackendEndpoint>() is { } endpoint)
        {
            yield return ThroughAsync(
                context, endpoint, driver, "when nobody listens at its backend's address", proxy => proxy.Refuse());
            yield return ThroughAsync(
                context, endpoint, driver, "when its connections are reset",
                proxy => proxy.CutAfter(Direction.Replies, 0));
            yield return ThroughAsync(
                context, endpoint, driver, "when its requests are cut",
                proxy => proxy.CutAfter(Direction.Requests, 20));
            yield return ThroughAsync(
                context, endpoint, driver, "when its backend is silent", proxy => proxy.FallSilent());
        }
        if (context.Driver.Harness.Probe<IBackendControl>() is { } control)
            yield return StoppedAsync(context, control, driver);
    }

    static async ValueTask ThroughAsync(
        ClauseContext context, IBackendEndpoint endpoint, WatchedDriver driver, string when, Action<FaultProxy> fault)
    {
        var proxy = FaultProxy.Start(endpoint.Host, endpoint.Port, context.Seed);
        await using var owned = proxy.ConfigureAwait(false);
        await driver.UseAsync(
            endpoint.SectionAt(FaultProxy.Host, proxy.Port), when,
            _ =>
            {
                fault(proxy);
                return ValueTask.CompletedTask;
            },
            s_patience).ConfigureAwait(false);
    }

    static async ValueTask StoppedAsync(ClauseContext context, IBackendControl control, WatchedDriver driver)
    {
        try
        {
            await driver.UseAsync(
                context.Driver.Harness.Section, "when its backend is stopped",
                _ => control.StopAsync(context.CancellationToken), s_patience).ConfigureAwait(false);
        }
        finally
        {
            await control.StartAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }
}
