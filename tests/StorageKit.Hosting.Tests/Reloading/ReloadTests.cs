using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using StorageKit.Hosting.Tests.Setup;
using StorageKit.Testing.Encryption;

namespace StorageKit.Hosting.Tests.Reloading;

/// <summary>What becomes of a file that changes while the host runs.</summary>
public sealed class ReloadTests : HostTests
{
    static readonly byte[] s_value = Encoding.UTF8.GetBytes("the secret");

    [Fact]
    public async Task Changed_keys_are_applied_without_a_restart_for_every_tenant()
    {
        using (var host = await StartAsync(
            ConfigText.Sqlite(Database, KeyRings.OnlyOld),
            options: options => options.Tenants["acme"] = TenantId.New()))
        {
            var tenant = host.Services.GetRequiredKeyedService<ICredentialStore>("acme");
            var system = host.Services.GetRequiredService<ICredentialStore>();
            await tenant.PutSecretAsync("a", s_value);
            await system.PutSecretAsync("b", s_value);

            Write(ConfigText.Sqlite(Database, KeyRings.Rotated));
            await Log.UntilAsync("[storage.encryption] is applied: key ring new (active) old.");
            await Log.UntilAsync("is sealed with key \"old\" any more", times: 2);

            Write(ConfigText.Sqlite(Database, KeyRings.OnlyNew));
            await Log.UntilAsync("[storage.encryption] is applied: key ring new (active).");
            await system.PutSecretAsync("c", s_value);
            foreach (var (store, key) in new[] { (tenant, "a"), (system, "b"), (system, "c") })
                Assert.Equal(s_value, await store.GetSecretAsync(key));
            // A tenant that is opened now has the new keys, too.
            var late = host.Services.GetRequiredKeyedService<ICredentialStore>(TenantId.New());
            await late.PutSecretAsync("d", s_value);
            Assert.Equal(HealthStatus.Healthy, (await FileHealthAsync(host)).Status);
            await host.StopAsync();
        }
        await using var storage = await Drivers.CreateRegistry().OpenAsync(StorageConfig.Load(ConfigPath));
        Assert.Equal(s_value, await storage.Credentials.GetSecretAsync("b"));
        Assert.Empty(Log.Saying("restart to apply"));
        Assert.DoesNotContain(KeyRings.New, Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_file_is_said_with_its_places_and_what_is_open_goes_on()
    {
        var good = ConfigText.Sqlite(Database);
        using var host = await StartAsync(good);
        Write(good.Replace("plaintext", "plaintxt"));
        var said = await Log.UntilAsync("has changed and is wrong");
        var error = $"{ConfigPath}:10:1: [storage.sqlite] unknown key \"plaintxt\"; did you mean \"plaintext\"?";
        Assert.Equal(
            $"Error StorageKit.ConfigWatch[205]: {ConfigPath} has changed and is wrong. What is open goes on; the next "
            + $"start would fail.\n{error}",
            said);
        var health = await FileHealthAsync(host);
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains(error, health.Description, StringComparison.Ordinal);
        await host.Services.GetRequiredService<IRateLimitCounter>().IncrementAsync("a", 1, TimeSpan.FromHours(1));

        Write(good);
        await Log.UntilAsync("says again what is open");
        Assert.Equal(HealthStatus.Healthy, (await FileHealthAsync(host)).Status);
        await host.StopAsync();
    }

    [Fact]
    public async Task What_takes_a_restart_is_said_by_place_and_key_and_never_with_a_value()
    {
        var good = ConfigText.Sqlite(Database, "plaintext = true\nbusy_timeout = '3s'\n[storage.memory]\n");
        using var host = await StartAsync(good);
        Write(good.Replace("audit_sink = \"sqlite\"", "audit_sink = \"memory\"")
            .Replace("data.db", "other-name.db").Replace("busy_timeout = '3s'\n", "agent_ttl = '7d'\n")
            .Replace("[storage.memory]\n", KeyRings.OnlyOld));
        var said = await Log.UntilAsync("restart to apply");
        Assert.Equal(
            $"Warning StorageKit.ConfigWatch[206]: {ConfigPath} has changed; restart to apply:\n"
            + string.Join('\n',
            [
                $"{ConfigPath}:3:1: [storage] audit_sink",
                $"{ConfigPath}:8:1: [storage.sqlite] busy_timeout (removed)",
                $"{ConfigPath}:9:1: [storage.sqlite] path",
                $"{ConfigPath}:11:1: [storage.sqlite] agent_ttl",
                $"{ConfigPath}:13:10: [storage.encryption]",
            ]),
            said);
        var health = await FileHealthAsync(host);
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains("restart to apply", health.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("other-name", Log.All + health.Description, StringComparison.Ordinal);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_comment_and_a_section_that_nobody_reads_are_no_change()
    {
        var good = ConfigText.Sqlite(Database);
        using var host = await StartAsync(good);
        Write("# A comment.\n" + good + "[storage.memory]\n[[component]]\nname = 'x'\n");
        await Task.Delay(2500);
        Write(good + "busy_timeout = '9s'");
        await Log.UntilAsync($"{ConfigPath}:11:1: [storage.sqlite] busy_timeout");
        Assert.Single(Log.Saying("StorageKit.ConfigWatch"));
        await host.StopAsync();
    }

    [Fact]
    public async Task Nobody_looks_at_the_file_when_the_options_say_so()
    {
        using var host = await StartAsync(
            ConfigText.Sqlite(Database), options: options => options.ReloadOnChange = false);
        Write("not a configuration");
        await Task.Delay(2500);
        Assert.Empty(Log.Saying("has changed"));
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.Equal(["storage:sqlite"], report.Entries.Keys);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_lookup_of_variables_that_throws_ends_neither_the_host_nor_the_looking()
    {
        var good = ConfigText.Sqlite(Database, KeyRings.OnlyOld);
        using var host = await StartAsync(
            good, options: options => options.Environment = _ => throw new NotSupportedException("hunter2"));
        Write(good.Replace($"'{KeyRings.Old}'", "'${KEY}'"));
        await Log.UntilAsync("could not be checked: looking up a variable threw System.NotSupportedException");
        Assert.Equal(HealthStatus.Degraded, (await FileHealthAsync(host)).Status);
        Write(good);
        await Log.UntilAsync("says again what is open");
        Assert.DoesNotContain("hunter2", Log.All, StringComparison.Ordinal);
        await host.StopAsync();
    }

    static async Task<HealthReportEntry> FileHealthAsync(IHost host) =>
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["storage"];
}
