using StorageKit.Conformance;
using StorageKit.Specimens.Tests.Postgres;
using StorageKit.Specimens.Tests.Redis;

namespace StorageKit.Specimens.Tests.Running;

/// <summary>The private servers and folders of the specimens, each started when the first specimen asks for it.</summary>
internal sealed class Servers : IAsyncDisposable
{
    readonly SuiteScope _scope = new();
    PrivateRedis? _redis;
    PrivatePostgres? _postgres;

    internal async ValueTask<PrivateRedis> RedisAsync() =>
        _redis ??= await PrivateRedis.StartAsync(_scope, RedisSpecimen.SectionAt);

    internal async ValueTask<PrivatePostgres> PostgresAsync()
    {
        if (_postgres is not null) return _postgres;
        var server = await PrivatePostgres.StartAsync(_scope);
        await server.QueryAsync(PostgresSchema.Sql);
        return _postgres = server;
    }

    /// <summary>A new folder.</summary>
    internal string NewFolder() =>
        Directory.CreateDirectory(Path.Combine(_scope.Folder, Guid.NewGuid().ToString("N"))).FullName;

    public async ValueTask DisposeAsync()
    {
        if (_redis is not null) await _redis.DisposeAsync();
        if (_postgres is not null) await _postgres.DisposeAsync();
        _scope.Dispose();
    }
}
