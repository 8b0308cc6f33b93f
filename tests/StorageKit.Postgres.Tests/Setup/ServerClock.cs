using StorageKit.Conformance;

namespace StorageKit.Postgres.Tests;

/// <summary>Moves the clock that the driver's schema goes by: replaces its one function that reads it.</summary>
internal sealed class ServerClock(PrivatePostgres server) : IClockControl
{
    const string Replace = """
        CREATE SCHEMA harness;
        CREATE TABLE harness.clock (ahead bigint NOT NULL);
        INSERT INTO harness.clock VALUES (0);
        CREATE OR REPLACE FUNCTION storagekit.now_ticks() RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER AS
            $$ BEGIN RETURN (SELECT (extract(epoch FROM clock_timestamp()) * 10000000)::bigint + 621355968000000000
                + ahead FROM harness.clock); END $$;
        """;

    /// <summary>Opens the driver once, so that there is a schema, and puts a clock into it that can be moved.</summary>
    internal static async Task InstallAsync(PrivatePostgres server)
    {
        await (await OpenedSchema.OpenAsync(server)).DisposeAsync();
        await server.QueryAsync(Replace);
    }

    public async ValueTask AdvanceAsync(TimeSpan by, CancellationToken cancellationToken = default) =>
        await server.QueryAsync($"UPDATE harness.clock SET ahead = ahead + {by.Ticks}", cancellationToken);

    /// <summary>From now on the clock stands still, until it is moved.</summary>
    internal async Task StopAsync() =>
        await server.QueryAsync(
            """
            UPDATE harness.clock SET ahead = 638000000000000000;
            CREATE OR REPLACE FUNCTION storagekit.now_ticks() RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER
                AS $$ BEGIN RETURN (SELECT ahead FROM harness.clock); END $$;
            """);
}
