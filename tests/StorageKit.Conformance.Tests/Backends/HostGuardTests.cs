using StorageKit.Conformance.Backends;

namespace StorageKit.Conformance.Tests.Backends;

public sealed class HostGuardTests
{
    [Fact]
    public async Task When_its_host_is_gone_the_servers_end_and_their_folders_go()
    {
        using var scope = new SuiteScope();
        await using var redis = await PrivateRedis.StartAsync(scope);
        await using var postgres = await PrivatePostgres.StartAsync(scope);
        using var shell = HostGuard.StartShell();
        await shell.StandardInput.WriteAsync($"/no/such/folder\n{scope.Folder}\n");
        await shell.StandardInput.FlushAsync();
        Assert.Equal("PONG", await redis.AskAsync(["PING"]));

        shell.StandardInput.Close(); // What the system does when a process ends, in whatever way.
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await shell.WaitForExitAsync(time.Token);

        Assert.False(Directory.Exists(scope.Folder));
        Assert.Empty(RunningProcesses.With(scope.Folder));
        Assert.True(FreePort.IsFree(redis.Port));
        Assert.True(FreePort.IsFree(postgres.Port));
    }
}
