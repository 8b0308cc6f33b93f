namespace StorageKit.Conformance;

/// <summary>How a suite reaches a driver's backend: the section to open it from, and any probes.</summary>
/// <param name="section">What stands under <c>[storage.NAME]</c>, as TOML, without that heading; empty for a driver
/// that needs none. It may go on with <c>[storage.encryption]</c>.</param>
/// <param name="probes">Objects that implement any of the probe interfaces of this namespace; disposed at the
/// end.</param>
/// <example><code>
/// var server = await AcmeServer.StartAsync(scope);
/// return new(section: $"url = '{server.Url}'", server);
/// </code></example>
public sealed class DriverHarness(string section = "", params object[] probes) : IAsyncDisposable
{
    /// <summary>What stands under <c>[storage.NAME]</c>.</summary>
    public string Section { get; } = section;

    /// <summary>For a driver that stands in front of another one (a cache, an outbox): the static method that registers
    /// the other one, such as its generated <c>Register</c>. The other's section stands below the driver's own, with
    /// its heading: <c>[storage.OTHER]</c>. A child process calls it, too.</summary>
    public Action<Registry>? Behind { get; init; }

    /// <summary>The probe of this type, or null. Of several the last one, so that a probe can replace an ability of a
    /// ready-made backend.</summary>
    public T? Probe<T>() where T : class => probes.OfType<T>().LastOrDefault();

    /// <summary>Disposes the probes, the last one first; all of them, even when one throws.</summary>
    public async ValueTask DisposeAsync()
    {
        List<Exception> errors = [];
        foreach (var probe in probes.Reverse())
        {
            try
            {
                if (probe is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync().ConfigureAwait(false);
                else (probe as IDisposable)?.Dispose();
            }
            catch (Exception e)
            {
                errors.Add(e);
            }
        }
        if (errors.Count > 0) throw new AggregateException("The harness's probes could not all be disposed.", errors);
    }
}
