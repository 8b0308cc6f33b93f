namespace StorageKit.Conformance;

/// <summary>Probe: stops, kills and starts the backend.</summary>
public interface IBackendControl
{
    /// <summary>Starts it; returns when it answers.</summary>
    ValueTask StartAsync(CancellationToken cancellationToken = default);

    /// <summary>Stops it in good order.</summary>
    ValueTask StopAsync(CancellationToken cancellationToken = default);

    /// <summary>Ends it without warning.</summary>
    ValueTask KillAsync(CancellationToken cancellationToken = default);
}
