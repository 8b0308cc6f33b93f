using StorageKit.Tests.Config;
using StorageKit.Tests.Drivers;

namespace StorageKit.Tests.Stores;

/// <summary>One driver, opened from the text of its section; and what its stores are given.</summary>
public sealed class DriverSectionTests
{
    [Fact]
    public async Task A_section_opens_all_stores_of_its_driver_for_each_tenant_on_one_resource()
    {
        var recorder = new Recorder();
        var section = await new Registry().Add(recorder.Driver("a", "audit_sink", "policy_store"))
            .OpenSectionAsync("a");
        await section.OpenTenantAsync(TenantId.System);
        await section.OpenTenantAsync(TenantId.New());
        await section.DisposeAsync();
        await section.DisposeAsync();
        Assert.Equal(
            [
                "open a", "open a/audit_sink", "open a/policy_store", "open a/audit_sink@other",
                "open a/policy_store@other",
                "dispose a/policy_store@other", "dispose a/audit_sink@other", "dispose a/policy_store",
                "dispose a/audit_sink",
                "dispose a",
            ],
            recorder.Events);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await section.OpenTenantAsync(TenantId.System));
    }

    [Fact]
    public async Task The_store_that_serves_a_contract_goes_before_one_that_only_implements_it()
    {
        await using var section = await new Registry()
            .Add(new Recorder().Driver("a", "audit_sink", "policy_store")).OpenSectionAsync("a");
        var stores = await section.OpenTenantAsync(TenantId.System);
        Assert.Equal("a/policy_store", Assert.IsType<RecordedStore>(stores.Get<IPolicyStore>()).Label);
        Assert.Equal("a/audit_sink", stores.Get<RecordedStore>().Label);
        Assert.Null(stores.Find<IObjectStore>());
        Assert.Equal(
            "No opened store is an IObjectStore; select a driver that has it.",
            Assert.Throws<InvalidOperationException>(stores.Get<IObjectStore>).Message);
    }

    [Fact]
    public async Task A_store_that_cannot_be_opened_throws_as_the_driver_threw()
    {
        var failure = new StorageException(StorageErrorKind.Timeout, "5 s are over");
        var recorder = new Recorder { FailsToOpen = { ["a/policy_store"] = failure } };
        await using var section = await new Registry()
            .Add(recorder.Driver("a", "audit_sink", "policy_store")).OpenSectionAsync("a");
        Assert.Same(
            failure,
            await Assert.ThrowsAsync<StorageException>(async () => await section.OpenTenantAsync(TenantId.System)));
        Assert.Equal(["open a", "open a/audit_sink", "dispose a/audit_sink"], recorder.Events);
    }

    [Fact]
    public async Task A_resource_that_cannot_be_opened_is_a_failed_build()
    {
        var recorder = new Recorder { FailsToOpen = { ["a"] = new StorageException(StorageErrorKind.Backend, "no") } };
        var failed = await Assert.ThrowsAsync<StorageConfigException>(
            async () => await new Registry().Add(recorder.Driver("a", "audit_sink")).OpenSectionAsync("a"));
        Assert.Equal("[storage.a]: failed to build driver \"a\": storage backend unavailable: no", failed.Message);
    }

    [Fact]
    public async Task Stores_and_resources_are_given_options_earlier_resources_the_clock_and_loggers()
    {
        List<object> given = [];
        using var logs = new ListLogger();
        var services = new StorageServices { TimeProvider = new StoppedClock(), LoggerFactory = logs };
        var tenant = TenantId.New();
        var registry = new Registry().Add(new("acme")
        {
            BindOptions = static section => section.Text("url").Value,
            Resources =
            [
                new(typeof(List<int>), (scope, _) =>
                {
                    given.Add(scope.Options<string>());
                    Assert.Equal(TenantId.System, scope.Tenant);
                    Assert.Throws<InvalidOperationException>(scope.Resource<List<int>>);
                    return new(new List<int>());
                }),
                new(typeof(List<string>), (scope, _) => new(scope.Resource<List<int>>().ConvertAll(n => $"{n}"))),
            ],
            Stores =
            [
                new(typeof(EmptyStore), [SampleDriver.Contract("audit_sink")], (scope, _) =>
                {
                    given.AddRange(
                        [scope.Tenant, scope.Time, scope.LoggerFactory, scope.Resource<List<string>>().Count]);
                    Assert.NotNull(scope.Logger<EmptyStore>());
                    Assert.Throws<InvalidOperationException>(scope.Options<Uri>);
                    return new(new EmptyStore());
                }),
            ],
        });
        await using var section = await registry.OpenSectionAsync("acme", "url = 'x'", services);
        await section.OpenTenantAsync(tenant);
        Assert.Equal(["x", tenant, services.TimeProvider, logs, 0], given);
    }

    [Fact]
    public async Task Unused_sections_and_failures_after_a_failure_are_logged_without_secrets()
    {
        var log = new ListLogger();
        var services = new StorageServices { LoggerFactory = log };
        var recorder = new Recorder
        {
            FailsToDispose = { "a" },
            FailsToOpen = { ["a/audit_sink"] = new StorageException(StorageErrorKind.Backend, "no") },
        };
        var config = SampleConfig.Parse("rest", "[storage.redis]\nurl = 'hunter2'\n", ("audit_sink", "a"));
        var registry = new Registry().Add(recorder.Driver("a", "audit_sink"))
            .Add(SampleDriver.Serving("rest", [.. SampleDriver.Six.Select(contract => contract.Kind)]));
        await Assert.ThrowsAsync<StorageConfigException>(async () => await registry.OpenAsync(config, services));
        Assert.Equal(
            [
                "Warning StorageKit.Registry: storage.toml:8:10: [storage.redis] is read by nobody",
                "Warning StorageKit.Registry: After opening had failed, "
                + "disposing of what was open threw System.InvalidOperationException",
            ],
            log.Lines);
    }

    sealed class StoppedClock : TimeProvider;
}
