using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using StorageKit.Conformance;
using StorageKit.Hosting.Tests.Setup;

namespace StorageKit.Hosting.Tests.Health;

/// <summary>What the health page of a service says of its stores.</summary>
public sealed class HealthTests : HostTests
{
    [Fact]
    public async Task Each_driver_that_the_file_selects_has_a_check_and_so_has_the_file()
    {
        using var host = await StartAsync(
            ConfigText.Sqlite(Database).Replace("audit_sink = \"sqlite\"", "audit_sink = \"memory\""));
        var report = await AskAsync(host);
        Assert.Equal(["storage", "storage:memory", "storage:sqlite"], report.Entries.Keys.Order());
        Assert.All(report.Entries.Values, entry => Assert.Equal(HealthStatus.Healthy, entry.Status));
        Assert.IsType<double>(report.Entries["storage:sqlite"].Data["latency_ms"]);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_database_whose_file_is_gone_is_unhealthy()
    {
        using var host = await StartAsync(ConfigText.Sqlite(Database));
        foreach (var file in Directory.EnumerateFiles(Folder, "data.db*").ToList()) File.Delete(file);
        var entry = (await AskAsync(host)).Entries["storage:sqlite"];
        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.StartsWith(
            "storage backend unavailable: the database \"data.db\" was removed or moved while it was open",
            entry.Description, StringComparison.Ordinal);
        Assert.Null(entry.Exception);
    }

    [Fact]
    public async Task A_server_that_was_killed_is_unhealthy_until_it_is_back()
    {
        using var scope = new SuiteScope();
        await using var server = await PrivateRedis.StartAsync(scope);
        using var host = await StartAsync(ConfigText.Of(
            "redis", $"[storage.redis]\nhost = '{server.Host}'\nport = {server.Port}\n",
            ("audit_sink", "memory"), ("credential_store", "memory")));
        Assert.Equal(HealthStatus.Healthy, (await AskAsync(host)).Entries["storage:redis"].Status);
        await server.KillAsync();
        var entry = (await AskAsync(host)).Entries["storage:redis"];
        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.NotEqual("", entry.Description);
        Assert.True(entry.Data.ContainsKey("error"));
        await server.StartAsync();
        Assert.Equal(HealthStatus.Healthy, (await AskAsync(host)).Entries["storage:redis"].Status);
        await host.StopAsync();
    }

    [Fact]
    public async Task Before_the_start_and_after_the_stop_the_stores_are_not_open_and_are_not_opened_by_a_check()
    {
        var driver = new TracedDriver();
        Write(TracedDriver.Config);
        using var host = Build(registry: driver.Registry);
        await Expect();
        Assert.Empty(driver.Events);
        await host.StartAsync();
        Assert.Equal(HealthStatus.Healthy, (await AskAsync(host)).Status);
        await host.StopAsync();
        await Expect();

        async Task Expect()
        {
            var entry = (await AskAsync(host)).Entries["storage:traced"];
            Assert.Equal(HealthStatus.Unhealthy, entry.Status);
            Assert.StartsWith("the stores are not open", entry.Description, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_backend_that_does_not_answer_is_given_up_and_what_a_driver_throws_is_not_shown()
    {
        var driver = new TracedDriver();
        Write(TracedDriver.Config);
        using var host = Bare(services =>
        {
            services.AddStorageKit(driver.Registry, "storage.toml");
            services.AddHealthChecks().AddStorageKit(
                HealthStatus.Degraded, ["ready"], TimeSpan.FromMilliseconds(200));
        });
        await host.StartAsync();
        driver.Health = token => new TaskCompletionSource().Task;
        var entry = (await AskAsync(host)).Entries["storage:traced"];
        Assert.Equal(
            (HealthStatus.Degraded, "no answer within 0.2 s; look at the backend of [storage.traced]"),
            (entry.Status, entry.Description));
        Assert.Equal(["ready"], entry.Tags);

        driver.Health = token => throw new NotSupportedException("password=hunter2");
        entry = (await AskAsync(host)).Entries["storage:traced"];
        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.StartsWith("the driver threw System.NotSupportedException", entry.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", entry + Log.All, StringComparison.Ordinal);
        await host.StopAsync();
    }

    [Fact]
    public void Checks_without_stores_say_which_call_is_missing()
    {
        using var host = Bare(services => services.AddHealthChecks().AddStorageKit());
        var error = Assert.Throws<InvalidOperationException>(
            () => host.Services.GetRequiredService<HealthCheckService>());
        Assert.Equal(
            "There are no stores to check: call services.AddStorageKit(registry, path), too.", error.Message);
    }

    static Task<HealthReport> AskAsync(IHost host) =>
        host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
}
