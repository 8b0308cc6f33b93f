using StorageKit.Conformance;

namespace StorageKit.Cli.Tests;

/// <summary>A PostgreSQL and a Redis for the commands that work on live backends.</summary>
public sealed class LiveServers : IAsyncLifetime
{
    readonly SuiteScope _scope = new();
    PrivatePostgres? _postgres;
    PrivateRedis? _redis;

    /// <summary>The drivers' sections.</summary>
    public string Postgres => $"""

        [storage.postgres]
        host = "{_postgres!.Address.Host}"
        port = {_postgres.Address.Port}
        database = "{_postgres.Address.Database}"
        username = "{_postgres.Address.User}"
        password = "{_postgres.Address.Password}"
        """;

    public string Redis => $"""

        [storage.redis]
        host = "{_redis!.Address.Host}"
        port = {_redis.Address.Port}
        """;

    public string Password => PostgresAddress.Password;

    public BackendAddress PostgresAddress => _postgres!.Address;

    public async Task InitializeAsync()
    {
        _postgres = await PrivatePostgres.StartAsync(_scope);
        _redis = await PrivateRedis.StartAsync(_scope);
    }

    public async Task DisposeAsync()
    {
        if (_redis is not null) await _redis.DisposeAsync();
        if (_postgres is not null) await _postgres.DisposeAsync();
        _scope.Dispose();
    }
}

[CollectionDefinition(nameof(LiveServers))]
public sealed class LiveServersCollection : ICollectionFixture<LiveServers>;
