using Npgsql;
using StorageKit;

namespace Drivers;

[StorageOptions]
public sealed class ServerOptions
{
    public required string Url { get; init; }
}

[StorageResource]
public sealed class PostgresServer(ServerOptions options)
{
    public NpgsqlDataSource Source { get; } = NpgsqlDataSource.Create(options.Url);
}
