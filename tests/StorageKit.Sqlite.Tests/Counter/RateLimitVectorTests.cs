using System.Text.Json;

namespace StorageKit.Sqlite.Tests;

public sealed class RateLimitVectorTests
{
    const string File = "vectors/rate_limit_vectors.json";

    [SharedDataFact(File)]
    public async Task Every_sequence_of_the_reference_gives_its_totals()
    {
        using var json = JsonDocument.Parse(await System.IO.File.ReadAllTextAsync(SharedData.PathTo(File)));
        var sequences = json.RootElement.GetProperty("sequences").EnumerateArray().ToList();
        Assert.NotEmpty(sequences);
        foreach (var sequence in sequences)
        {
            using var file = new TemporaryDatabase();
            await using var database = await file.OpenAsync(time: file.Clock);
            var now = 0L;
            foreach (var step in sequence.GetProperty("steps").EnumerateArray())
            {
                // One vector looks 31,688 years ahead; DateTimeOffset ends with the year 9999.
                var at = Math.Min(step.GetProperty("at_ms").GetInt64(), (long)TimeSpan.FromDays(2_500_000).TotalMilliseconds);
                file.Clock.Advance(TimeSpan.FromMilliseconds(at - now));
                now = at;
                var total = await RunAsync(database.Counter, step);
                var name = sequence.GetProperty("name").GetString();
                if (step.TryGetProperty("expect", out var expected))
                    Assert.Equal((name, at, expected.GetUInt64()), (name, at, total));
            }
        }
    }

    static async Task<ulong> RunAsync(IRateLimitCounter counter, JsonElement step)
    {
        var key = step.GetProperty("key").GetString()!;
        switch (step.GetProperty("op").GetString())
        {
            case "increment":
                var seconds = step.GetProperty("window_secs").GetUInt64();
                var window = seconds > (ulong)TimeSpan.MaxValue.TotalSeconds ? TimeSpan.MaxValue : TimeSpan.FromSeconds(seconds);
                return await counter.IncrementAsync(key, step.GetProperty("amount").GetUInt64(), window);
            case "current":
                return await counter.CurrentAsync(key);
            case "reset":
                await counter.ResetAsync(key);
                return 0;
            default:
                throw new InvalidOperationException("an operation that the test does not know");
        }
    }
}
