using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using StorageKit.Diagnostics;

namespace StorageKit;

/// <summary>Asks the backend of one driver, through every store of it that the configuration selects.</summary>
/// <param name="host">Where the stores are.</param>
/// <param name="driver">The driver's name.</param>
/// <param name="limit">How long the answer may take.</param>
internal sealed class DriverHealthCheck(StorageHost host, string driver, TimeSpan limit) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var sick = context.Registration.FailureStatus;
        if (host.Opened is not { } storage)
            return new(sick, "the stores are not open: the host opens them when it starts, and closes them at its end");
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ended.CancelAfter(limit);
        try
        {
            // At once: stores that share a backend share its answer.
            var stores = storage.StoresOf(driver).OfType<IHealthCheckable>().ToList();
            if (stores.Count == 0) return HealthCheckResult.Healthy("the driver cannot be asked how its backend is");
            var answers = await Task.WhenAll(
                stores.Select(store => HealthCheck.RunAsync(store, ended.Token).AsTask()))
                .WaitAsync(ended.Token).ConfigureAwait(false);
            return Result(answers, sick);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(sick, string.Create(
                CultureInfo.InvariantCulture,
                $"no answer within {limit.TotalSeconds:0.###} s; look at the backend of [storage.{driver}]"));
        }
        catch (ObjectDisposedException)
        {
            return new(sick, "the host is stopping");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new(
                sick, $"the driver threw {e.GetType()}, whose message is not shown: it may hold a secret; a driver "
                + "reports what goes wrong as a StorageException");
        }
    }

    // No exception goes on: what a driver throws may hold more than its message.
    static HealthCheckResult Result(StoreHealth[] answers, HealthStatus sick)
    {
        var worst = answers.FirstOrDefault(answer => !answer.IsHealthy) ?? answers.MaxBy(answer => answer.Latency)!;
        Dictionary<string, object> data = new() { ["latency_ms"] = worst.Latency.TotalMilliseconds };
        if (worst.ErrorKind is { } kind) data["error"] = kind.ToString();
        var said = answers.Where(answer => answer.IsHealthy == worst.IsHealthy).Select(answer => answer.Description);
        return new(
            worst.IsHealthy ? HealthStatus.Healthy : sick, string.Join("; ", said.Distinct()), exception: null, data);
    }
}
