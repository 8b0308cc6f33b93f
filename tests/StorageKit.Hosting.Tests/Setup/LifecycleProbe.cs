using Microsoft.Extensions.Hosting;

namespace StorageKit.Hosting.Tests.Setup;

/// <summary>A service of the host that does one thing at every step of its life.</summary>
internal sealed class LifecycleProbe(Func<string, Task> step) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => step("starting");

    public Task StartAsync(CancellationToken cancellationToken) => step("start");

    public Task StartedAsync(CancellationToken cancellationToken) => step("started");

    public Task StoppingAsync(CancellationToken cancellationToken) => step("stopping");

    public Task StopAsync(CancellationToken cancellationToken) => step("stop");

    public Task StoppedAsync(CancellationToken cancellationToken) => step("stopped");
}
