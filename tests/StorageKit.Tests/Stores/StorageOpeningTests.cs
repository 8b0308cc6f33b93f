using StorageKit.Tests.Config;
using StorageKit.Tests.Drivers;

namespace StorageKit.Tests.Stores;

/// <summary>Opening what a configuration selects.</summary>
public sealed class StorageOpeningTests
{
    const string Rest = "credential_store+rate_limit_counter+lifecycle_store";

    static readonly StorageConfig Mixed = SampleConfig.Parse("b", "", ("policy_store", "a"), ("session_store", "a"));

    static Registry Registry(Recorder recorder) => new Registry()
        .Add(recorder.Driver("a", "session_store", "policy_store", "audit_sink"))
        .Add(recorder.Driver("b", Rest, "audit_sink"));

    [Fact]
    public async Task Resources_open_before_stores_each_once_and_stores_in_the_order_of_the_contracts()
    {
        var recorder = new Recorder();
        await using var storage = await Registry(recorder).OpenAsync(Mixed);
        Assert.Equal(
            ["open a", "open b", "open a/policy_store", "open b/audit_sink", "open a/session_store", $"open b/{Rest}"],
            recorder.Events);
    }

    [Fact]
    public async Task Each_contract_comes_from_the_driver_that_was_named_for_it()
    {
        await using var storage = await Registry(new()).OpenAsync(Mixed);
        Assert.Equal("a/policy_store", Label(storage.Policies));
        Assert.Equal("b/audit_sink", Label(storage.Audit));
        Assert.Equal("a/session_store", Label(storage.Sessions));
        Assert.Equal($"b/{Rest}", Label(storage.Credentials));
        Assert.Equal("b/audit_sink", Label(storage.Get<IAuditSink>()));
    }

    [Fact]
    public async Task A_class_that_serves_several_contracts_has_one_instance_for_each_tenant()
    {
        await using var storage = await Registry(new()).OpenAsync(Mixed);
        await using var other = await storage.OpenTenantAsync(TenantId.New());
        Assert.Same(storage.Credentials, storage.RateLimits);
        Assert.Same(storage.Credentials, storage.Lifecycle);
        Assert.Same(other.Get<ICredentialStore>(), other.Get<ILifecycleStore>());
        Assert.NotSame(storage.Credentials, other.Get<ICredentialStore>());
    }

    [Fact]
    public async Task A_class_serves_only_the_contracts_that_it_was_selected_for()
    {
        var recorder = new Recorder();
        var registry = new Registry()
            .Add(recorder.Driver("a", "policy_store+audit_sink"))
            .Add(recorder.Driver("b", "audit_sink", "session_store+" + Rest));
        await using var storage = await registry.OpenAsync(SampleConfig.Parse("b", "", ("policy_store", "a")));
        Assert.Equal("a/policy_store+audit_sink", Label(storage.Policies));
        Assert.Equal("b/audit_sink", Label(storage.Audit));
    }

    [Fact]
    public async Task What_is_not_selected_is_told_with_what_to_do()
    {
        await using var storage = await Registry(new()).OpenAsync(Mixed);
        Assert.Equal(
            "The configuration selects no driver for IObjectStore; add object_store = \"DRIVER\" to [storage].",
            Assert.Throws<InvalidOperationException>(() => storage.Objects).Message);
        Assert.Equal(
            "IAuditLog is no contract; get the store of a contract and ask whether it is an IAuditLog.",
            Assert.Throws<InvalidOperationException>(storage.Get<IAuditLog>).Message);
    }

    [Fact]
    public async Task A_contract_of_ones_own_is_selected_by_its_key()
    {
        var registry = Registry(new()).Add(new("ledger")
        {
            Stores = [new(
                typeof(QuotaLedger), [new("quota", typeof(IQuotaLedger))], static (_, _) => new(new QuotaLedger()))],
        });
        var config = SampleConfig.Parse("b", "quota = \"ledger\"\n", ("policy_store", "a"), ("session_store", "a"));
        Assert.Empty(registry.Warnings(config));
        await using var storage = await registry.OpenAsync(config);
        Assert.Equal(97, await storage.Get<IQuotaLedger>().TakeAsync("key", 3));

        Assert.Equal(
            "storage.toml:8:9: unknown quota driver \"legder\"; available drivers: [ledger]; did you mean \"ledger\"?",
            Assert.Single(registry.Validate(
                SampleConfig.Parse("b", "quota = \"legder\"", ("policy_store", "a"), ("session_store", "a"))))
                    .ToString());
        Assert.Equal(
            "storage.toml:8:9: [storage] quota: expected a driver's name (string), found an integer",
            Assert.Single(
                registry.Validate(SampleConfig.Parse("b", "quota = 3", ("policy_store", "a"), ("session_store", "a"))))
                    .ToString());
    }

    [Fact]
    public async Task Nothing_is_opened_while_the_configuration_has_an_error()
    {
        var recorder = new Recorder();
        var config = SampleConfig.Parse("b", "", ("policy_store", "a"), ("session_store", "c"));
        var refused = await Assert.ThrowsAsync<StorageConfigException>(
            async () => await Registry(recorder).OpenAsync(config));
        Assert.Equal(
            "unknown session_store driver \"c\"; available drivers: [a]", Assert.Single(refused.Errors).Message);
        Assert.Empty(recorder.Events);
    }

    static string Label(object store) => Assert.IsType<RecordedStore>(store).Label;
}
