using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using StorageKit.Hosting.Tests.Setup;

namespace StorageKit.Hosting.Tests.Starting;

/// <summary>What the container knows.</summary>
public sealed class RegistrationTests : HostTests
{
    [Fact]
    public async Task Each_contract_is_the_store_of_the_storage_the_drivers_own_ones_too()
    {
        var driver = new TracedDriver();
        using var host = await StartAsync(
            TracedDriver.Config + "object_store = \"memory\"\n", registry: driver.Registry);
        var (services, storage) = (host.Services, host.Services.GetRequiredService<Storage>());
        Assert.Same(storage.Policies, services.GetRequiredService<IPolicyStore>());
        Assert.Same(storage.Audit, services.GetRequiredService<IAuditSink>());
        Assert.Same(storage.Sessions, services.GetRequiredService<ISessionStore>());
        Assert.Same(storage.Credentials, services.GetRequiredService<ICredentialStore>());
        Assert.Same(storage.RateLimits, services.GetRequiredService<IRateLimitCounter>());
        Assert.Same(storage.Lifecycle, services.GetRequiredService<ILifecycleStore>());
        Assert.Same(storage.Objects, services.GetRequiredService<IObjectStore>());
        Assert.Same(storage.Get<IQuotaStore>(), services.GetRequiredService<IQuotaStore>());
        using var scope = services.CreateScope();
        Assert.Same(storage.Audit, scope.ServiceProvider.GetRequiredService<IAuditSink>());
    }

    [Fact]
    public async Task A_contract_that_the_file_selects_no_driver_for_says_what_to_write()
    {
        using var host = await StartAsync(ConfigText.Of(ConfigText.Memory));
        var error = Assert.Throws<InvalidOperationException>(
            () => host.Services.GetRequiredService<IObjectStore>());
        Assert.Equal(
            "The configuration selects no driver for IObjectStore; add object_store = \"DRIVER\" to [storage].",
            error.Message);
    }

    [Fact]
    public void A_second_call_is_refused() =>
        Assert.Equal(
            "AddStorageKit was called before; call it once, with one configuration that selects every driver.",
            Assert.Throws<InvalidOperationException>(() => Build(services => services.AddStorageKit(
                Drivers.CreateRegistry(), "other.toml"))).Message);

    [Fact]
    public async Task A_configuration_that_was_read_already_needs_no_file()
    {
        using var host = Bare(services => services.AddStorageKit(
            Drivers.CreateRegistry(), ConfigText.Parse(ConfigText.Memory)));
        await host.StartAsync();
        Assert.NotNull(host.Services.GetRequiredService<IAuditSink>());
        await host.StopAsync();
    }

    [Fact]
    public async Task Without_a_host_the_container_alone_opens_and_closes_them()
    {
        var driver = new TracedDriver();
        var services = new ServiceCollection()
            .AddStorageKit(driver.Registry, StorageConfig.Parse(TracedDriver.Config));
        await using (var container = services.BuildServiceProvider(validateScopes: true))
            Assert.NotNull(container.GetRequiredService<Storage>());
        Assert.Equal(["open resource", "open store", "dispose store", "dispose resource"], driver.Events);
    }

    [Fact]
    public async Task A_secret_is_looked_up_where_the_options_say()
    {
        const string toml = "[storage.encryption]\nactive = 'a'\nkeys = { a = '${THE_KEY}' }\n";
        List<string> asked = [];
        using var host = await StartAsync(
            ConfigText.Sqlite(Database, toml),
            options: options => options.Environment = name =>
            {
                asked.Add(name);
                return Testing.Encryption.KeyRings.Old;
            });
        await host.Services.GetRequiredService<ICredentialStore>().PutSecretAsync("k", new byte[] { 1 });
        Assert.All(asked, name => Assert.Equal("THE_KEY", name));
        Assert.NotEmpty(asked);
        await host.StopAsync();
    }

    [Fact]
    public async Task How_long_opening_took_is_measured_and_how_it_failed()
    {
        List<string?> measured = [];
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, all) =>
            {
                if (instrument.Name == "storagekit.open.duration") all.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) =>
        {
            Assert.InRange(seconds, 0, 60);
            lock (measured) measured.Add(tags.Length == 0 ? null : $"{tags[0].Key}={tags[0].Value}");
        });
        listener.Start();
        // Other tests open stores, too, and all in one process: these two are among theirs.
        using (await StartAsync(ConfigText.Of(ConfigText.Memory))) { }
        await Assert.ThrowsAsync<StorageConfigException>(() => StartAsync(ConfigText.Of("sqlite")));
        lock (measured)
        {
            Assert.Contains(null, measured);
            Assert.Contains("error.type=MissingDriverSection", measured);
        }
    }
}
