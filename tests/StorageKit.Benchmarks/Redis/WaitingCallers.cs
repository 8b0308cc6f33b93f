using System.Globalization;
using StorageKit.Benchmarks.Measuring;
using StorageKit.Conformance;
using StorageKit.Redis;
using Measurement = StorageKit.Benchmarks.Measuring.Measurement;

namespace StorageKit.Benchmarks.Redis;

/// <summary>What 10,000 callers hold while the server does not answer, and in which order it serves them.</summary>
internal static class WaitingCallers
{
    const int Callers = 10_000;

    public static async Task MeasureAsync(
        Measurement measurement, PrivateRedis server, RedisRateLimitCounter counter)
    {
        var totals = new ValueTask<ulong>[Callers];
        var inOrder = 0;
        var held = 0L;
        // The second time all of them are given what the first ones left.
        for (var round = 0; round < 2; round++)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var expected = await counter.CurrentAsync("hot");
            await server.AskAsync(["CLIENT", "PAUSE", "400", "ALL"]);
            for (var i = 0; i < Callers; i++)
                totals[i] = counter.IncrementAsync("hot", 1, TimeSpan.FromHours(1));
            held = Math.Max(held, GC.GetTotalMemory(forceFullCollection: true) - before);
            inOrder = 0;
            foreach (var total in totals)
                if (await total == ++expected)
                    inOrder++;
        }
        measurement.Progress(string.Create(CultureInfo.InvariantCulture, $"{held / Callers} B per waiting caller"));
        measurement.AtMost(1_024, (double)held / Callers, "10,000 waiting: B held by each");
        measurement.AtLeast(Callers, inOrder, "10,000 waiting: served in the order of their calls");
    }
}
