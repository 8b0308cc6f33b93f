using System.Globalization;
using StorageKit.Benchmarks.Measuring;
using StorageKit.Benchmarks.Report;

namespace StorageKit.Benchmarks.Postgres;

/// <summary>Counters in fixed windows that other services share, beside an upsert for each increment.</summary>
internal sealed class PostgresCounterBenchmark : IBenchmark
{
    const int Callers = 64;
    const string Peer = "pgbench, an upsert each";

    static readonly TimeSpan s_window = TimeSpan.FromHours(1);

    public string Name => "postgres-counter";

    public string Title => "PostgreSQL: counters, durable when acknowledged";

    public async Task MeasureAsync(Measurement measurement)
    {
        await using var server = await BenchServer.StartAsync(measurement);
        await server.QueryAsync("CREATE TABLE peer (key int PRIMARY KEY, total bigint NOT NULL) WITH (fillfactor = 70)");
        await using var stores = await server.OpenAsync();
        var counter = stores.Get<IRateLimitCounter>();
        await MeasureAsync(measurement, server, counter, keys: 1_024);
        var hot = await MeasureAsync(measurement, server, counter, keys: 1);
        measurement.AtLeast(10, hot.TimesFasterThan(Peer), "one hot key: times as fast as pgbench");
        List<Point> growth = [];
        foreach (var keys in measurement.Effort.Sizes(1_024, 10_240, 102_400))
        {
            var table = await measurement.CompareAsync(
                string.Create(CultureInfo.InvariantCulture, $"{keys:N0} keys"), Unit.Rate,
                Turns(measurement, 3), Ours(counter, keys));
            growth.Add(new(keys, table.Ours.Cost.Median / 1e3));
        }
        measurement.Plot(new(
            "growth", "An increment of 64 callers, by the number of keys", "keys", "µs", true,
            [new("StorageKit", growth)]));
    }

    static Task<Table> MeasureAsync(Measurement measurement, BenchServer server, IRateLimitCounter counter, int keys) =>
        measurement.CompareAsync(
            string.Create(CultureInfo.InvariantCulture, $"{keys:N0} key(s), {Callers} callers"), Unit.Rate,
            Turns(measurement, 5),
            Ours(counter, keys),
            server.Pgbench(Peer, 8, string.Create(CultureInfo.InvariantCulture, $"""
                \set key random(1, {keys})
                INSERT INTO peer VALUES (:key, 1) ON CONFLICT (key) DO UPDATE SET total = peer.total + 1 RETURNING total;
                """)));

    static Contestant Ours(IRateLimitCounter counter, int keys)
    {
        var names = Enumerable.Range(0, keys)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"{keys}-agent-{i}")).ToArray();
        return Contestant.Callers("StorageKit", Callers, async _ =>
            await counter.IncrementAsync(names[Random.Shared.Next(names.Length)], 1, s_window));
    }

    static Effort Turns(Measurement measurement, int rounds) => measurement.Effort.IsQuick
        ? measurement.Effort
        : measurement.Effort with { Rounds = rounds, Turn = TimeSpan.FromSeconds(1) };
}
