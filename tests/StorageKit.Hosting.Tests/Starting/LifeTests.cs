using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StorageKit.Hosting.Tests.Setup;

namespace StorageKit.Hosting.Tests.Starting;

/// <summary>When stores are opened and closed.</summary>
public sealed class LifeTests : HostTests
{
    static readonly Type[] s_contracts =
    [
        typeof(IPolicyStore), typeof(IAuditSink), typeof(ISessionStore), typeof(ICredentialStore),
        typeof(IRateLimitCounter), typeof(ILifecycleStore), typeof(IObjectStore), typeof(IQuotaStore),
    ];

    [Fact]
    public async Task Stores_work_at_every_step_of_a_service_that_is_registered_before_them()
    {
        Write(ConfigText.Sqlite(Database));
        List<string> steps = [];
        IServiceProvider? container = null;
        using var host = Bare(services =>
        {
            services.AddHostedService(all =>
            {
                container = all;
                return new LifecycleProbe(async step =>
                {
                    steps.Add(step);
                    await all.GetRequiredService<IRateLimitCounter>().IncrementAsync("steps", 1, TimeSpan.MaxValue);
                });
            });
            services.AddStorageKit(Drivers.CreateRegistry(), "storage.toml");
        });
        await host.StartAsync();
        await host.StopAsync();
        Assert.Equal(["starting", "start", "started", "stopping", "stop", "stopped"], steps);
        await Assert.ThrowsAsync<ObjectDisposedException>(
            async () => await container!.GetRequiredService<IRateLimitCounter>().CurrentAsync("steps"));

        await using var again = await Drivers.CreateRegistry().OpenAsync(StorageConfig.Load(ConfigPath));
        Assert.Equal(6ul, await again.RateLimits.CurrentAsync("steps"));
    }

    [Fact]
    public async Task A_hosted_service_takes_its_stores_in_its_constructor()
    {
        using var host = await StartAsync(
            ConfigText.Of(ConfigText.Memory), services => services.AddHostedService<CountingService>());
        Assert.Equal(1ul, await host.Services.GetRequiredService<IRateLimitCounter>().CurrentAsync("started"));
        Assert.Single(Log.Saying("is open after"));
        await host.StopAsync();
    }

    [Fact]
    public async Task A_store_that_is_asked_for_before_the_start_is_opened_and_is_the_one_that_the_host_goes_on_with()
    {
        var driver = new TracedDriver();
        Write(TracedDriver.Config);
        await using var host = (IAsyncDisposable)Build(registry: driver.Registry);
        var services = ((IHost)host).Services;
        var early = services.GetRequiredService<IQuotaStore>();
        await ((IHost)host).StartAsync();
        Assert.Same(early, services.GetRequiredService<Storage>().Get<IQuotaStore>());
        Assert.Equal(["open resource", "open store"], driver.Events);
    }

    [Fact]
    public async Task Many_who_ask_at_once_get_one_and_the_same()
    {
        var driver = new TracedDriver { BeforeStore = token => Task.Delay(50, token) };
        Write(TracedDriver.Config);
        using var host = Build(registry: driver.Registry);
        var tenant = TenantId.New();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => i % 2 == 0
            ? host.Services.GetRequiredService<IQuotaStore>()
            : host.Services.GetRequiredKeyedService<IQuotaStore>(i % 4 == 1 ? tenant : tenant.ToString()))));
        Assert.Equal(["open resource", "open store", "open store"], driver.Events);
    }

    [Fact]
    public async Task Everything_is_disposed_once_when_all_services_have_stopped()
    {
        var driver = new TracedDriver();
        var host = await StartAsync(
            TracedDriver.Config, registry: driver.Registry, services: services => services.AddHostedService(
                _ => new LifecycleProbe(step =>
                {
                    driver.Note(step);
                    return Task.CompletedTask;
                })));
        await host.StopAsync();
        host.Dispose();
        Assert.Equal(
            [
                "open resource", "open store", "starting", "start", "started", "stopping", "stop", "stopped",
                "dispose store", "dispose resource",
            ],
            driver.Events);
        Assert.Single(Log.Saying("are closed"));
    }

    [Fact]
    public async Task What_the_container_gave_away_it_disposes_again_which_changes_nothing()
    {
        var driver = new TracedDriver();
        var host = await StartAsync(
            "[storage]\nquota_store = \"traced\"\nobject_store = \"sqlite\"\n"
            + ConfigText.Sqlite(Database).Replace("[storage]\n", ""),
            registry: driver.Registry);
        foreach (var contract in s_contracts) Assert.NotNull(host.Services.GetRequiredService(contract));
        await host.StopAsync();
        host.Dispose();
        Assert.Equal(
            ["open resource", "open store", "dispose store", "dispose resource", "dispose store again"], driver.Events);
        Assert.DoesNotContain("Error", Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_is_disposed_without_a_stop_closes_them_too()
    {
        var driver = new TracedDriver();
        var host = await StartAsync(TracedDriver.Config, registry: driver.Registry);
        host.Dispose();
        Assert.Equal(["open resource", "open store", "dispose store", "dispose resource"], driver.Events);
    }

    [Fact]
    public async Task Drivers_are_given_the_clock_and_the_loggers_of_the_container()
    {
        var time = new SteppedTime();
        using var host = await StartAsync(
            ConfigText.Sqlite(Database), services => services.AddSingleton<TimeProvider>(time));
        var counter = host.Services.GetRequiredService<IRateLimitCounter>();
        await counter.IncrementAsync("a", 5, TimeSpan.FromHours(1));
        Assert.Equal(5ul, await counter.CurrentAsync("a"));
        time.Step(TimeSpan.FromHours(2));
        Assert.Equal(0ul, await counter.CurrentAsync("a"));
        Assert.Single(Log.Saying("StorageKit.Sqlite.SqliteDatabase[1]"));
        await host.StopAsync();
    }

    sealed class CountingService(IRateLimitCounter counter) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken) =>
            await counter.IncrementAsync("started", 1, TimeSpan.FromMinutes(1), cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    sealed class SteppedTime : TimeProvider
    {
        TimeSpan _ahead;

        internal void Step(TimeSpan length) => _ahead += length;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

        public override long GetTimestamp() => base.GetTimestamp() + (long)(_ahead.TotalSeconds * TimestampFrequency);
    }
}
