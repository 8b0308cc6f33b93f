using System.Diagnostics;
using System.Globalization;
using StorageKit.Benchmarks.Measuring;

namespace StorageKit.Benchmarks.Redis;

/// <summary>redis-benchmark, the server's own load generator: a C program that prepares its commands once and does not
/// read their replies.</summary>
/// <param name="port">Of the server on this machine.</param>
/// <param name="keys">It chooses among so many, at random.</param>
internal sealed class RedisLoad(int port, int keys)
{
    const string Key = "load:__rand_int__";

    /// <param name="name">In the table.</param>
    /// <param name="clients">Its connections.</param>
    /// <param name="pipeline">Commands that each has in flight.</param>
    /// <param name="script">The name of a script to call with the arguments of an increment; null for INCR.</param>
    public Contestant Contestant(string name, int clients, int pipeline, string? script = null)
    {
        var count = 2_000;
        return new(name, async effort =>
        {
            var sample = await RunAsync(clients, pipeline, script, count);
            // As long as a turn of the others, in whole pipelines: of a last one that is cut, redis-benchmark runs all and counts a part.
            var whole = clients * pipeline;
            count = Math.Max(1, (int)(effort.Turn.TotalNanoseconds / sample.Nanoseconds) / whole) * whole;
            return sample;
        });
    }

    async Task<Sample> RunAsync(int clients, int pipeline, string? script, int count)
    {
        List<string> words =
        [
            "-p", Text(port), "-c", Text(clients), "-P", Text(pipeline), "-n", Text(count), "-r", Text(keys), "--csv",
            .. script is null ? ["INCR", Key] : (string[])["EVALSHA", script, "1", Key, "1", "3600000"],
        ];
        using var program = Process.Start(
            new ProcessStartInfo("redis-benchmark", words) { RedirectStandardOutput = true })!;
        var lines = (await program.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await program.WaitForExitAsync();
        // "test","rps","avg_latency_ms","min_latency_ms","p50_latency_ms","p95_latency_ms","p99_latency_ms",...
        var values = lines[^1].Split(',').Select(value => value.Trim('"')).ToList();
        return new(1e9 / Number(values[1]), P99: Number(values[6]));
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
