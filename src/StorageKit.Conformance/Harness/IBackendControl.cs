namespace StorageKit.Conformance;

/// <summary>Probe: stops, kills and starts the backend. Its data, its address and its port stay the same.</summary>
/// <remarks>One call at a time, while the driver works. Starting what runs, and stopping or killing what does not, does
/// nothing. The suite leaves it running. <see cref="PrivateServer"/> is one.</remarks>
/// <example><code>
/// public sealed class AcmeServer(Process process) : IBackendControl
/// {
///     public async ValueTask KillAsync(CancellationToken cancellationToken = default)
///     {
///         process.Kill(entireProcessTree: true);
///         await process.WaitForExitAsync(cancellationToken);
///     }
///     …
/// }
/// </code></example>
public interface IBackendControl
{
    /// <summary>Starts it; returns when it answers, and throws when it does not.</summary>
    ValueTask StartAsync(CancellationToken cancellationToken = default);

    /// <summary>Stops it in good order; returns when it has ended.</summary>
    ValueTask StopAsync(CancellationToken cancellationToken = default);

    /// <summary>Ends it without warning, as SIGKILL does; returns when it has ended.</summary>
    ValueTask KillAsync(CancellationToken cancellationToken = default);
}
