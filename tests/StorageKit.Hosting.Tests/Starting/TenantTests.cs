using Microsoft.Extensions.DependencyInjection;
using StorageKit.Hosting.Tests.Setup;

namespace StorageKit.Hosting.Tests.Starting;

/// <summary>Stores by tenant.</summary>
public sealed class TenantTests : HostTests
{
    static readonly TenantId s_acme = TenantId.New(), s_globex = TenantId.New();

    static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_name_a_TenantId_and_its_text_stand_for_a_tenant_and_tenants_do_not_meet()
    {
        using var host = await StartAsync(
            ConfigText.Sqlite(Database), services => services.AddSingleton<Billing>(), NameThem);
        var services = host.Services;
        var billing = services.GetRequiredService<Billing>();
        Assert.Equal(3ul, await billing.Acme.IncrementAsync("k", 3, s_hour));
        Assert.Equal(5ul, await billing.Globex.IncrementAsync("k", 5, s_hour));
        Assert.Equal(0ul, await services.GetRequiredService<IRateLimitCounter>().CurrentAsync("k"));
        var stranger = services.GetRequiredKeyedService<IRateLimitCounter>(TenantId.New());
        Assert.Equal(0ul, await stranger.CurrentAsync("k"));

        Assert.Same(billing.Acme, services.GetRequiredKeyedService<IRateLimitCounter>(s_acme));
        Assert.Same(billing.Acme, services.GetRequiredKeyedService<IRateLimitCounter>(s_acme.ToString()));
        Assert.Same(
            services.GetRequiredService<IAuditSink>(), services.GetRequiredKeyedService<IAuditSink>(TenantId.System));
        await host.StopAsync();
    }

    [Fact]
    public async Task Named_tenants_are_opened_with_the_host_and_others_when_they_are_asked_for()
    {
        var driver = new TracedDriver();
        using var host = await StartAsync(TracedDriver.Config, options: NameThem, registry: driver.Registry);
        Assert.Equal(3, driver.Events.Count(e => e == "open store"));
        host.Services.GetRequiredKeyedService<IQuotaStore>("acme");
        Assert.Equal(3, driver.Events.Count(e => e == "open store"));
        host.Services.GetRequiredKeyedService<IQuotaStore>(TenantId.New());
        Assert.Equal(4, driver.Events.Count(e => e == "open store"));
        await host.StopAsync();
        Assert.Equal(4, driver.Events.Count(e => e == "dispose store"));
        Assert.Equal(1, driver.Events.Count(e => e == "dispose resource"));
    }

    [Fact]
    public async Task A_named_tenant_that_cannot_be_opened_keeps_the_host_from_starting_and_nothing_stays_open()
    {
        var driver = new TracedDriver();
        var opened = 0;
        driver.BeforeStore = _ => ++opened == 2
            ? throw new StorageException(StorageErrorKind.Unauthorized, "may not") : Task.CompletedTask;
        Write(TracedDriver.Config);
        using var host = Build(options: NameThem, registry: driver.Registry);
        var error = await Assert.ThrowsAsync<StorageConfigException>(() => host.StartAsync());
        Assert.Contains("may not", error.Message, StringComparison.Ordinal);
        Assert.Equal(["open resource", "open store", "dispose store", "dispose resource"], driver.Events);
    }

    [Theory]
    [InlineData("acmee", "No tenant is called \"acmee\"; did you mean \"acme\"? Names are given in "
        + "StorageHostingOptions.Tenants, or ask with a TenantId.")]
    [InlineData("initech", "No tenant is called \"initech\"; give it a name in StorageHostingOptions.Tenants, or ask "
        + "with a TenantId.")]
    [InlineData(7, "A tenant's stores are asked for with its name or its TenantId, not with a System.Int32.")]
    public async Task Any_other_key_is_refused_with_what_would_be_right(object key, string message)
    {
        using var host = await StartAsync(ConfigText.Of(ConfigText.Memory), options: NameThem);
        var error = Assert.Throws<InvalidOperationException>(
            () => host.Services.GetRequiredKeyedService<IAuditSink>(key));
        Assert.Equal(message, error.Message);
    }

    static void NameThem(StorageHostingOptions options)
    {
        options.Tenants["acme"] = s_acme;
        options.Tenants["globex"] = s_globex;
    }

    sealed class Billing(
        [FromKeyedServices("acme")] IRateLimitCounter acme, [FromKeyedServices("globex")] IRateLimitCounter globex)
    {
        internal IRateLimitCounter Acme { get; } = acme;

        internal IRateLimitCounter Globex { get; } = globex;
    }
}
