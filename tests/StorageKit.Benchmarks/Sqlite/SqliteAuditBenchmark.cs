using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using StorageKit.Benchmarks.Measuring;
using StorageKit.Benchmarks.Report;
using StorageKit.Sqlite;

namespace StorageKit.Benchmarks.Sqlite;

/// <summary>Entries that are synced before their emitters go on, beside a commit for each, and beside one prepared
/// statement in batches of as many.</summary>
internal sealed class SqliteAuditBenchmark : IBenchmark
{
    const string Single = "one commit per entry", Raw = "raw: prepared, 64 entries a commit (limit)";
    const int Batch = 64;

    public string Name => "sqlite-audit";

    public string Title => "sqlite: audit log, synced when acknowledged";

    public async Task MeasureAsync(Measurement measurement)
    {
        var folder = Directory.CreateTempSubdirectory("storagekit-benchmark-").FullName;
        try
        {
            await MeasureAsync(measurement, folder);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task MeasureAsync(Measurement measurement, string folder)
    {
        await using var section = await new Registry().AddSqlite().OpenSectionAsync(
            "sqlite", $"path = '{Path.Combine(folder, "ours.db")}'\nplaintext = true");
        await using var stores = await section.OpenTenantAsync(TenantId.System);
        var sink = stores.Get<IAuditSink>();
        using var peer = new PeerFile(Path.Combine(folder, "peer.db"));
        measurement.Version("SQLite", peer.Version);
        var effort = measurement.Effort.IsQuick
            ? measurement.Effort
            : measurement.Effort with { Rounds = 5, Turn = TimeSpan.FromSeconds(1) };
        List<Point> throughput = [];
        foreach (var callers in measurement.Effort.Sizes(64, 1, 8, 1_024))
        {
            var table = await measurement.CompareAsync(
                string.Create(CultureInfo.InvariantCulture, $"{callers:N0} emitter(s)"), Unit.Rate, effort,
                [Ours(sink, callers), .. callers == Batch ? Peers(peer) : []]);
            throughput.Add(new(callers, 1e9 / table.Ours.Cost.Median));
            if (callers != Batch)
                continue;
            measurement.AtLeast(20, table.TimesFasterThan(Single), "64 emitters: times as fast as single commits");
            measurement.AtMost(1.3, table.CostOver(Raw), "64 emitters: cost, by a raw prepared batch");
        }
        measurement.Plot(new(
            "callers", "Entries a second, by emitters", "emitters", "entries/s", false,
            [new("StorageKit", [.. throughput.OrderBy(point => point.X)])]));
        await MeasureGrowthAsync(measurement, sink, effort with { Rounds = Math.Min(3, effort.Rounds) });
    }

    static IEnumerable<Contestant> Peers(PeerFile peer) =>
    [
        Contestant.Once(Single, () => Task.FromResult(peer.Write(commits: 200, entries: 1))),
        Contestant.Once(Raw, () => Task.FromResult(peer.Write(commits: 200, entries: Batch))),
    ];

    static Contestant Ours(IAuditSink sink, int callers)
    {
        var chains = SampleChain.Many(callers);
        return Contestant.Callers("StorageKit", callers, caller => sink.EmitAsync(chains[caller].Next()));
    }

    static async Task MeasureGrowthAsync(Measurement measurement, IAuditSink sink, Effort effort)
    {
        var (chain, growth, stored) = (new SampleChain(), new List<Point>(), 0);
        foreach (var size in measurement.Effort.Sizes(10_000, 100_000, 1_000_000))
        {
            for (; stored < (measurement.Effort.IsQuick ? 1_000 : size); stored += 1_000)
                await ((IAuditBatchSink)sink).EmitBatchAsync([.. Enumerable.Range(0, 1_000).Select(_ => chain.Next())]);
            var table = await measurement.CompareAsync(
                string.Create(CultureInfo.InvariantCulture, $"64 emitters, a log of {size:N0} entries"), Unit.Rate,
                effort, Ours(sink, Batch));
            growth.Add(new(size, table.Ours.Cost.Median / 1e3));
        }
        measurement.Plot(new(
            "growth", "An entry of 64 emitters, by the length of the log", "entries", "µs", true,
            [new("StorageKit", growth)]));
    }

    /// <summary>The same columns and settings, without a driver.</summary>
    sealed class PeerFile : IDisposable
    {
        readonly SqliteConnection _connection;
        readonly SampleChain _chain = new();

        public PeerFile(string path)
        {
            _connection = new($"Data Source={path}");
            _connection.Open();
            Execute("PRAGMA journal_mode = WAL");
            Execute("PRAGMA synchronous = FULL");
            Execute("""
                CREATE TABLE audit (
                    position INTEGER PRIMARY KEY, session BLOB NOT NULL, seq BLOB NOT NULL, entry_hash BLOB NOT NULL,
                    digest BLOB NOT NULL, body BLOB NOT NULL)
                """);
            Execute("CREATE UNIQUE INDEX audit_by_hash ON audit (entry_hash)");
        }

        public string Version => _connection.ServerVersion;

        public Sample Write(int commits, int entries)
        {
            var start = Stopwatch.GetTimestamp();
            using var insert = _connection.CreateCommand();
            insert.CommandText = "INSERT INTO audit (session, seq, entry_hash, digest, body) VALUES ($1, $2, $3, $4, $5)";
            var values = Enumerable.Range(1, 5).Select(i => insert.Parameters.Add($"${i}", SqliteType.Blob)).ToList();
            for (var commit = 0; commit < commits; commit++)
            {
                using var transaction = _connection.BeginTransaction();
                insert.Transaction = transaction;
                for (var i = 0; i < entries; i++)
                {
                    var entry = _chain.Next();
                    values[0].Value = entry.SessionId.ToByteArray();
                    values[1].Value = BitConverter.GetBytes(entry.Seq);
                    values[2].Value = entry.EntryHash.ToByteArray();
                    values[3].Value = entry.Digest.ToByteArray();
                    values[4].Value = System.Text.Encoding.UTF8.GetBytes(entry.ToJson());
                    insert.ExecuteNonQuery();
                }
                transaction.Commit();
            }
            return new(Stopwatch.GetElapsedTime(start).TotalNanoseconds / ((double)commits * entries));
        }

        void Execute(string sql)
        {
            using var command = _connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        public void Dispose() => _connection.Dispose();
    }
}
