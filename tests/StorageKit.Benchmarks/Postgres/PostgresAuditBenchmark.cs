using System.Diagnostics;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using StorageKit.Benchmarks.Measuring;
using StorageKit.Benchmarks.Report;

namespace StorageKit.Benchmarks.Postgres;

/// <summary>Entries that are on the server's disk before their emitters go on, beside an insert for each.</summary>
internal sealed class PostgresAuditBenchmark : IBenchmark
{
    const string Peer = "pooled Npgsql, prepared, an insert per entry", Copy = "COPY of 10,000 rows (limit)";

    const string Table = """
        CREATE TABLE peer (
            position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, session uuid NOT NULL, seq numeric NOT NULL,
            entry_hash bytea NOT NULL, digest bytea NOT NULL, body bytea NOT NULL)
        """;

    const string Insert = "INSERT INTO peer (session, seq, entry_hash, digest, body) VALUES ($1, $2, $3, $4, $5)";

    const string Script = """
        INSERT INTO peer (session, seq, entry_hash, digest, body) VALUES (
            '6f0e8c1e-58f4-4c1e-9e3c-0d6a2f1b7c55', 1, decode(repeat('ab', 32), 'hex'), decode(repeat('cd', 32), 'hex'),
            decode(repeat('61', 400), 'hex'));
        """;

    public string Name => "postgres-audit";

    public string Title => "PostgreSQL: audit log, durable when acknowledged";

    public async Task MeasureAsync(Measurement measurement)
    {
        await using var server = await BenchServer.StartAsync(measurement);
        await server.QueryAsync(Table);
        await using var stores = await server.OpenAsync();
        var sink = stores.Get<IAuditSink>();
        var effort = measurement.Effort.IsQuick
            ? measurement.Effort
            : measurement.Effort with { Rounds = 5, Turn = TimeSpan.FromSeconds(1) };
        List<Point> ours = [], theirs = [];
        foreach (var callers in measurement.Effort.Sizes(1, 8, 32, 256))
        {
            await using var pool = server.Pool(Math.Min(callers, 64));
            var table = await measurement.CompareAsync(
                string.Create(CultureInfo.InvariantCulture, $"{callers} emitter(s)"), Unit.Rate, effort,
                [
                    Ours(sink, callers),
                    Npgsql(pool, callers),
                    server.Pgbench("pgbench, an insert per entry", callers, Script),
                    .. callers == 256 ? [CopyOf(pool)] : Array.Empty<Contestant>(),
                ]);
            ours.Add(new(callers, 1e9 / table.Ours.Cost.Median));
            theirs.Add(new(callers, 1e9 / table[Peer].Cost.Median));
            Judge(measurement, callers, table);
        }
        measurement.Plot(new(
            "callers", "Entries a second, by emitters", "emitters", "entries/s", false,
            [new("StorageKit", ours), new("pooled Npgsql", theirs)]));
        await MeasureGrowthAsync(measurement, sink);
    }

    static void Judge(Measurement measurement, int callers, Table table)
    {
        if (callers == 1)
            measurement.AtMost(1.15, table.CostOver(Peer), "one emitter: cost, by raw Npgsql");
        if (callers == 32)
            measurement.AtLeast(7, table.TimesFasterThan(Peer), "32 emitters: times as fast as pooled Npgsql");
        if (callers != 256)
            return;
        measurement.AtLeast(80_000, 1e9 / table.Ours.Cost.Median, "256 emitters: entries a second");
        measurement.AtMost(10, table.Ours.P99!.Value, "256 emitters: p99, ms");
    }

    static Contestant Ours(IAuditSink sink, int callers)
    {
        var chains = SampleChain.Many(callers);
        return Contestant.Callers("StorageKit", callers, caller => sink.EmitAsync(chains[caller].Next()));
    }

    static Contestant Npgsql(NpgsqlDataSource pool, int callers)
    {
        var chains = SampleChain.Many(callers);
        return Contestant.Callers(Peer, callers, async caller =>
        {
            var entry = chains[caller].Next();
            await using var connection = await pool.OpenConnectionAsync();
            await using var command = new NpgsqlCommand(Insert, connection);
            command.Parameters.Add(new() { Value = Guid.Parse(entry.SessionId.ToString()) });
            command.Parameters.Add(new() { Value = (decimal)entry.Seq });
            command.Parameters.Add(new() { Value = entry.EntryHash.ToByteArray() });
            command.Parameters.Add(new() { Value = entry.Digest.ToByteArray() });
            command.Parameters.Add(new() { Value = System.Text.Encoding.UTF8.GetBytes(entry.ToJson()) });
            await command.ExecuteNonQueryAsync();
        });
    }

    static Contestant CopyOf(NpgsqlDataSource pool) => Contestant.Once(Copy, async () =>
    {
        const int Rows = 10_000;
        var chain = new SampleChain();
        var entries = Enumerable.Range(0, Rows).Select(_ => chain.Next()).ToList();
        await using var connection = await pool.OpenConnectionAsync();
        var start = Stopwatch.GetTimestamp();
        await using (var import = await connection.BeginBinaryImportAsync(
            "COPY peer (session, seq, entry_hash, digest, body) FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var entry in entries)
            {
                await import.StartRowAsync();
                await import.WriteAsync(Guid.Parse(entry.SessionId.ToString()), NpgsqlDbType.Uuid);
                await import.WriteAsync((decimal)entry.Seq, NpgsqlDbType.Numeric);
                await import.WriteAsync(entry.EntryHash.ToByteArray(), NpgsqlDbType.Bytea);
                await import.WriteAsync(entry.Digest.ToByteArray(), NpgsqlDbType.Bytea);
                await import.WriteAsync(System.Text.Encoding.UTF8.GetBytes(entry.ToJson()), NpgsqlDbType.Bytea);
            }
            await import.CompleteAsync();
        }
        return new(Stopwatch.GetElapsedTime(start).TotalNanoseconds / Rows);
    });

    /// <summary>How an entry's cost grows with the log that it is appended to.</summary>
    static async Task MeasureGrowthAsync(Measurement measurement, IAuditSink sink)
    {
        var (chain, growth, stored) = (new SampleChain(), new List<Point>(), 0);
        foreach (var size in measurement.Effort.Sizes(10_000, 100_000, 1_000_000))
        {
            measurement.Progress(string.Create(CultureInfo.InvariantCulture, $"a log of {size:N0} entries"));
            for (; stored < (measurement.Effort.IsQuick ? 1_000 : size); stored += 1_000)
                await ((IAuditBatchSink)sink).EmitBatchAsync([.. Enumerable.Range(0, 1_000).Select(_ => chain.Next())]);
            var table = await measurement.CompareAsync(
                string.Create(CultureInfo.InvariantCulture, $"64 emitters, a log of {size:N0} entries"), Unit.Rate,
                measurement.Effort with { Rounds = Math.Min(3, measurement.Effort.Rounds), Turn = TimeSpan.FromSeconds(1) },
                Ours(sink, 64));
            growth.Add(new(size, table.Ours.Cost.Median / 1e3));
        }
        measurement.Plot(new(
            "growth", "An entry of 64 emitters, by the length of the log", "entries", "µs", true,
            [new("StorageKit", growth)]));
    }
}
