using System.Text.Json.Nodes;
using Npgsql;
using StorageKit.Postgres;

namespace StorageKit.Cli.Certify;

/// <summary>A new schema in the configured database.</summary>
internal sealed class PostgresScratch : Scratch
{
    readonly Registry _registry;
    readonly string _schema = NewName();

    internal PostgresScratch(Registry registry, JsonObject section)
        : base("postgres", section)
    {
        _registry = registry;
        section["schema"] = _schema;
        section["migrate"] = true;
    }

    internal override string Where => $"schema {_schema}";

    internal override Action<Registry> Register => PostgresDriver.Register;

    private protected override object[] Probes => [new ScratchEndpoint(Section, 5432)];

    public override async ValueTask DisposeAsync()
    {
        // Opening it once more costs a connection, and works after whatever went before.
        await using var section = await _registry.OpenSectionAsync(Driver, Text);
        await section.Resource<PostgresDatabase>().Calls.RunAsync(
            async (connection, token) =>
            {
                await using var drop = new NpgsqlCommand($"DROP SCHEMA {_schema} CASCADE", connection);
                return await drop.ExecuteNonQueryAsync(token);
            },
            mayRepeat: false, CancellationToken.None);
    }
}
