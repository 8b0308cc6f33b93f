using Microsoft.Extensions.Hosting;

namespace StorageKit;

/// <summary>Opens the stores before any service of the host starts, and closes them when all have stopped.</summary>
internal sealed class StorageLifecycle(StorageHost host) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => host.OpenAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => host.DisposeAsync().AsTask();
}
