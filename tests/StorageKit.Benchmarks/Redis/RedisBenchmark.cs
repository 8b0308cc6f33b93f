using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using StorageKit.Benchmarks.Measuring;
using StorageKit.Benchmarks.Report;
using StorageKit.Conformance;
using StorageKit.Redis;
using Measurement = StorageKit.Benchmarks.Measuring.Measurement;

namespace StorageKit.Benchmarks.Redis;

/// <summary>The counter on a Redis server, beside redis-benchmark with the same script, and with the one command that
/// is the least a counter can cost.</summary>
internal sealed class RedisBenchmark : IBenchmark
{
    const int Keys = 1 << 10;
    const string Piped = "redis-benchmark, same script, pipelined", Single = "redis-benchmark, same script",
        Least = "redis-benchmark, INCR, pipelined (limit)";

    public string Name => "redis-counter";

    public string Title => "Redis counter";

    public async Task MeasureAsync(Measurement measurement)
    {
        using var scope = new SuiteScope();
        await using (var none = await StartAsync(scope, "no"))
        {
            measurement.Version("Redis", none.Description.Split(' ')[^1]);
            await MeasureAsync(measurement, none);
        }
        if (measurement.Effort.IsQuick)
            return;
        await using var durable = await StartAsync(scope, "yes");
        await using var redis = await OpenAsync(durable);
        await CompareAsync(measurement, durable, redis, 1_024, "appendfsync always");
    }

    static async Task MeasureAsync(Measurement measurement, PrivateRedis server)
    {
        await using var redis = await OpenAsync(server);
        // First, while nothing is there that earlier callers left.
        await WaitingCallers.MeasureAsync(measurement, server, new(redis, TenantId.New()));
        List<Point> ours = [], piped = [], single = [], least = [];
        foreach (var callers in measurement.Effort.Sizes(1_024, 1, 8, 64, 256, 10_000).Order())
        {
            var table = await CompareAsync(measurement, server, redis, callers, "appendonly no");
            ours.Add(new(callers, 1e9 / table.Ours.Cost.Median));
            piped.Add(new(callers, 1e9 / table[Piped].Cost.Median));
            single.Add(new(callers, 1e9 / table[Single].Cost.Median));
            least.Add(new(callers, 1e9 / table[Least].Cost.Median));
            if (callers is not (1 or 64 or 1_024))
                continue;
            measurement.AllocatesAtMost(
                0, Math.Round(table.Ours.Bytes!.Value), $"{callers} in flight: B per operation, steady");
            if (callers == 1_024)
                measurement.AtLeast(
                    0.5, table.TimesFasterThan(Piped), "1,024 in flight: rate, by pipelined redis-benchmark");
        }
        measurement.Plot(new(
            "callers", "Increments, by callers", "callers", "1/s", false,
            [new("StorageKit", ours), new(Piped, piped), new(Single, single), new(Least, least)]));
        List<Point> growth = [];
        foreach (var keys in measurement.Effort.Sizes(Keys, 10 * Keys, 100 * Keys))
        {
            var table = await measurement.CompareAsync(
                string.Create(CultureInfo.InvariantCulture, $"{keys:N0} keys, 256 in flight, appendonly no"), Unit.Rate,
                Ours(redis, 256, keys));
            growth.Add(new(keys, table.Ours.Cost.Median / 1e3));
        }
        measurement.Plot(new(
            "growth", "An increment, by the number of keys", "keys", "µs", true, [new("StorageKit", growth)]));
    }

    static async Task<Table> CompareAsync(
        Measurement measurement, PrivateRedis server, RedisServer redis, int callers, string setting)
    {
        var load = new RedisLoad(server.Port, Keys);
        // Our first increment sends the server the script.
        var script = RedisRateLimitCounter.Increment.Sha;
        return await measurement.CompareAsync(
            string.Create(CultureInfo.InvariantCulture, $"{callers:N0} in flight, {Keys:N0} keys, {setting}"), Unit.Rate,
            Ours(redis, callers, Keys),
            load.Contestant(Piped, 1, callers, script),
            load.Contestant(Single, Math.Min(callers, 1_024), 1, script),
            load.Contestant(Least, 1, callers));
    }

    static Contestant Ours(RedisServer redis, int callers, int keys)
    {
        var crowd = new CounterCrowd(new(redis, TenantId.New()), callers, keys);
        return new("StorageKit", effort => crowd.TurnAsync(effort.Turn));
    }

    static ValueTask<PrivateRedis> StartAsync(SuiteScope scope, string appendOnly) => PrivateRedis.StartAsync(
        scope,
        settings: new RedisSettings { Options = new Dictionary<string, string> { ["appendonly"] = appendOnly } });

    static ValueTask<RedisServer> OpenAsync(PrivateRedis server) => RedisServer.OpenAsync(
        new() { Host = server.Host, Port = server.Port }, NullLogger<RedisServer>.Instance);
}
