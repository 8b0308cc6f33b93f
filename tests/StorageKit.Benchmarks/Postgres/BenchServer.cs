using System.Globalization;
using Npgsql;
using StorageKit.Benchmarks.Measuring;
using StorageKit.Conformance;
using StorageKit.Conformance.Backends;
using StorageKit.Postgres;

namespace StorageKit.Benchmarks.Postgres;

/// <summary>A PostgreSQL of the benchmark's own, with everything that keeps a commit safe switched on.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    readonly SuiteScope _scope;
    readonly PrivatePostgres _server;

    BenchServer(SuiteScope scope, PrivatePostgres server) => (_scope, _server) = (scope, server);

    BackendAddress Address => _server.Address;

    public static async Task<BenchServer> StartAsync(Measuring.Measurement measurement)
    {
        var scope = new SuiteScope();
        var server = await PrivatePostgres.StartAsync(scope, settings: new()
        {
            MaxConnections = 400,
            Options = new Dictionary<string, string> { ["shared_buffers"] = "256MB", ["max_wal_size"] = "4GB" },
        });
        var version = await server.QueryAsync("show server_version");
        measurement.Version("PostgreSQL", version.Split(' ')[0]);
        return new(scope, server);
    }

    /// <summary>The driver's stores, opened as an application opens them.</summary>
    public async Task<TenantStores> OpenAsync(int maxPoolSize = 20)
    {
        var section = await new Registry().AddPostgres().OpenSectionAsync(
            "postgres",
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                host = '{Address.Host}'
                port = {Address.Port}
                database = '{Address.Database}'
                username = '{Address.User}'
                password = '{Address.Password}'
                max_pool_size = {maxPoolSize}
                plaintext = true
                """));
        return await section.OpenTenantAsync(TenantId.System);
    }

    /// <summary>A pool of connections of a peer, which prepares its statements.</summary>
    public NpgsqlDataSource Pool(int connections) => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder
    {
        Host = Address.Host,
        Port = Address.Port,
        Database = Address.Database,
        Username = Address.User,
        Password = Address.Password,
        MaxPoolSize = connections,
        MaxAutoPrepare = 10,
        AutoPrepareMinUsages = 1,
    });

    public ValueTask<string> QueryAsync(string sql) => _server.QueryAsync(sql);

    /// <summary>A script that pgbench runs on so many connections, each waiting for its commit.</summary>
    public Contestant Pgbench(string name, int connections, string script) => Contestant.Once(name, async () =>
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(file, script);
        try
        {
            string[] command =
            [
                Path.Combine(Path.GetDirectoryName(PostgresPrograms.Find(null).Psql)!, "pgbench"),
                "--no-vacuum", "--protocol=prepared", "--time=2", "--jobs=2",
                string.Create(CultureInfo.InvariantCulture, $"--client={connections}"), "--file=" + file,
                "--host=" + Address.Host, string.Create(CultureInfo.InvariantCulture, $"--port={Address.Port}"),
                "--username=" + Address.User, Address.Database,
            ];
            var output = await Tool.RunAsync(
                command, new Dictionary<string, string> { ["PGPASSWORD"] = Address.Password });
            var line = output.Split('\n').Single(line => line.StartsWith("tps = ", StringComparison.Ordinal));
            return new(1e9 / double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture));
        }
        finally
        {
            File.Delete(file);
        }
    });

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _scope.Dispose();
    }
}
