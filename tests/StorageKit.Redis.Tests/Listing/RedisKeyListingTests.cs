using StorageKit.Conformance;
using StorageKit.Testing.Listing;

namespace StorageKit.Redis.Tests;

public sealed class RedisKeyListingTests(TestServer server) : KeyListingTests, IClassFixture<TestServer>
{
    protected override IReadOnlyList<string> Contracts { get; } = [Kept.Policies, Kept.Sessions];

    private protected override async Task WithSectionAsync(
        string options, Func<DriverSection, Func<TimeSpan, Task>, Task> test)
    {
        await using var section = await server.OpenSectionAsync(options);
        await test(section, Task.Delay);
    }

    [Theory]
    [InlineData(Kept.Policies, "sk:policy:{", ":no-id}")]
    [InlineData(Kept.Sessions, "sk:session:{", ":00}")]
    [InlineData(Kept.Sessions, "sk:session:{", ":00000000000000000000000000000001")]
    [InlineData(Kept.Sessions, "sk:session:{", ":0000000000000000000000000000000A}")]
    public async Task A_key_that_leads_to_nothing_is_an_integrity_error(string contract, string before, string after)
    {
        await using var section = await server.OpenSectionAsync();
        await using var stores = await section.OpenTenantAsync(TenantId.New());
        await server.Raw.AskAsync("SET", before + stores.Tenant.ToHex() + after, "x");
        var thrown = await Assert.ThrowsAsync<StorageException>(Kept.Of(stores, contract).KeysAsync);
        Assert.Equal(StorageErrorKind.Serialization, thrown.Kind);
        Assert.Contains(before + stores.Tenant.ToHex(), thrown.Message);
    }

    [Fact]
    public async Task A_key_that_the_server_names_twice_is_listed_once()
    {
        await using var connection = new RepeatingScans(new RedisConnection(server.Options));
        await using var redis = RedisServer.Over(connection);
        var store = new RedisSessionStore(redis, TenantId.New());
        var session = new SessionRecord(SessionId.New(), AgentId.New(), 1);
        await store.SaveAsync(session);
        List<string> keys = [];
        await foreach (var key in store.ListKeysAsync()) keys.Add(key);
        Assert.Equal([session.SessionId.ToString()], keys);
        Assert.Equal(2, connection.Named);
    }

    [Fact]
    public async Task A_node_of_a_cluster_does_not_list_its_part_for_the_whole()
    {
        using var scope = new SuiteScope();
        await using var node = await PrivateRedis.StartAsync(scope, settings: new RedisSettings
        {
            Options = new Dictionary<string, string> { ["cluster-enabled"] = "yes" },
        });
        await using var redis = RedisServer.Over(new RedisConnection(TestServer.OptionsOf(node)));
        var listing = new RedisSessionStore(redis, TenantId.New()).ListKeysAsync().GetAsyncEnumerator();
        var thrown = await Assert.ThrowsAsync<StorageException>(() => listing.MoveNextAsync().AsTask());
        Assert.Equal(StorageErrorKind.Backend, thrown.Kind);
        Assert.Contains("node of a cluster", thrown.Message);
    }
}
