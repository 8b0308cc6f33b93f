namespace StorageKit.Redis.Tests.AgentAssembly;

/// <summary>A server that a Rust service and a section of this layout use at the same time.</summary>
public sealed class SharedKeys : IAsyncLifetime
{
    readonly TestServer _server = new();
    DriverSection _section = null!;

    internal RustService Rust { get; private set; } = null!;

    internal RawRedis Raw => _server.Raw;

    /// <summary>The server of a section in StorageKit's own layout.</summary>
    internal RedisServer Server { get; private set; } = null!;

    internal TenantStores Stores { get; private set; } = null!;

    internal IRateLimitCounter Counter => Stores.Get<IRateLimitCounter>();

    internal ISessionStore Sessions => Stores.Get<ISessionStore>();

    internal IPolicyStore Policies => Stores.Get<IPolicyStore>();

    internal string Section(string more = "") =>
        $"""
        host = '{_server.Server.Host}'
        port = {_server.Server.Port}
        password = '{TestServer.Password}'
        layout = "agent-assembly"
        {more}
        """;

    internal ValueTask<DriverSection> OpenAsync(string more = "") =>
        new Registry().AddRedis().OpenSectionAsync(RedisDriver.Name, Section(more));

    internal async Task<long> MillisecondsLeftAsync(string key) => (await Raw.AskAsync("PTTL", key)).Integer;

    public async Task InitializeAsync()
    {
        await _server.InitializeAsync();
        Rust = new(_server.Server);
        Server = await _server.OpenAsync();
        _section = await OpenAsync();
        Stores = await _section.OpenTenantAsync(TenantId.System);
    }

    public async Task DisposeAsync()
    {
        await _section.DisposeAsync();
        await Server.DisposeAsync();
        await Rust.DisposeAsync();
        await _server.DisposeAsync();
    }
}
