using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StorageKit.Hosting.Tests.Setup;

namespace StorageKit.Hosting.Tests.Starting;

/// <summary>A host whose stores cannot be opened does not start, and says why.</summary>
public sealed class StartFailureTests : HostTests
{
    const string Secret = "correct-horse-battery-staple";

    [Fact]
    public async Task Every_error_of_the_file_is_said_at_once_with_its_place()
    {
        const string section = "[storage.sqlite]\npathh = 'x.db'\nbusy_timeout = 'soon'\n";
        Write(ConfigText.Of("sqlite", section, ("audit_sink", "redsi")));
        var error = await FailsAsync(Build());
        Assert.Equal(
            [
                $"{ConfigPath}:3:14: unknown audit_sink driver \"redsi\"; available drivers: "
                    + "[memory, outbox, postgres, sqlite]",
                $"{ConfigPath}:8:1: [storage.sqlite] missing key \"path\"; add path = … (string)",
                $"{ConfigPath}:9:1: [storage.sqlite] unknown key \"pathh\"; did you mean \"path\"?",
                $"{ConfigPath}:10:16: [storage.sqlite] busy_timeout: expected duration such as \"250ms\", \"30s\", "
                    + "\"5m\", \"1h\" or \"7d\", found \"soon\"",
            ],
            error.Message.Split('\n'));
        var logged = Assert.Single(Log.Saying("Critical"));
        Assert.Equal(
            "Critical StorageKit.StorageHost[202]: The stores cannot be opened; mend this and start again.\n"
            + error.Message,
            logged);
    }

    [Fact]
    public async Task A_missing_file_is_named_with_its_whole_path()
    {
        var error = await FailsAsync(Build());
        Assert.Equal($"{ConfigPath}: does not exist; create it, or name another file", error.Message);
        Assert.Single(Log.Saying("Critical"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_that_cannot_be_reached_is_named_and_its_password_is_not(bool isAskedForInAConstructor)
    {
        Write(ConfigText.Of(
            "postgres",
            $"[storage.postgres]\nhost = '127.0.0.1'\nport = {ClosedPort()}\ndatabase = 'd'\nusername = 'u'\n"
            + $"password = '{Secret}'\nplaintext = true\n"));
        var error = await FailsAsync(Build(services =>
        {
            if (isAskedForInAConstructor) services.AddHostedService<AuditingService>();
        }));
        Assert.StartsWith(
            $"{ConfigPath}: failed to build policy_store driver \"postgres\": ", error.Message,
            StringComparison.Ordinal);
        Assert.Equal(ConfigErrorKind.Build, Assert.Single(error.Errors).Kind);
        Assert.Single(Log.Saying("Critical"));
        Assert.DoesNotContain(Secret, error + Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_was_pasted_into_the_wrong_place_is_not_shown()
    {
        Write(ConfigText.Of($"postgres://u:{Secret}@db/agents"));
        var error = await FailsAsync(Build());
        Assert.Equal(6, error.Errors.Count);
        Assert.DoesNotContain(Secret, error + Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_is_cancelled_closes_what_was_open_and_is_no_error()
    {
        var driver = new TracedDriver();
        using var cancel = new CancellationTokenSource();
        driver.BeforeStore = token =>
        {
            cancel.Cancel();
            return Task.Delay(Timeout.Infinite, token);
        };
        Write(TracedDriver.Config);
        using (var host = Build(registry: driver.Registry))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.StartAsync(cancel.Token));
        Assert.Equal(["open resource", "dispose resource"], driver.Events);
        Assert.Single(Log.Saying("Information StorageKit.StorageHost[203]"));
        Assert.Empty(Log.Saying("Critical"));
    }

    [Fact]
    public async Task A_service_that_does_not_start_leaves_nothing_open()
    {
        var driver = new TracedDriver();
        Write(TracedDriver.Config);
        using (var host = Build(
            services => services.AddHostedService(_ => new LifecycleProbe(
                step => step == "start" ? throw new NotSupportedException("on purpose") : Task.CompletedTask)),
            registry: driver.Registry))
            await Assert.ThrowsAsync<NotSupportedException>(() => host.StartAsync());
        Assert.Equal(["open resource", "open store", "dispose store", "dispose resource"], driver.Events);
    }

    [Fact]
    public async Task Opening_that_failed_is_tried_again_when_somebody_asks_again()
    {
        using var host = Build();
        Assert.Throws<StorageConfigException>(() => host.Services.GetRequiredService<IAuditSink>());
        Write(ConfigText.Of(ConfigText.Memory));
        Assert.NotNull(host.Services.GetRequiredService<IAuditSink>());
        await host.StartAsync();
        await host.StopAsync();
    }

    static async Task<StorageConfigException> FailsAsync(IHost host)
    {
        using (host) return await Assert.ThrowsAsync<StorageConfigException>(() => host.StartAsync());
    }

    static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    sealed class AuditingService(IAuditSink audit) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.FromResult(audit);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
