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
                var at = step.GetProperty("at_ms").GetInt64();
                file.Clock.Advance(TimeSpan.FromMilliseconds(at - now));
                now = at;
                var total = await RunAsync(database.Counter, step);
                if (step.TryGetProperty("expect", out var expected))
                    Assert.Equal((sequence.GetProperty("name").GetString(), at, expected.GetUInt64()), (sequence.GetProperty("name").GetString(), at, total));
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
                // The reference keeps nothing of a window of no length; ours refuses it (DESIGN, section 3).
                if (seconds > 0) return await counter.IncrementAsync(key, step.GetProperty("amount").GetUInt64(), window);
                await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
                    async () => await counter.IncrementAsync(key, step.GetProperty("amount").GetUInt64(), window));
                return step.GetProperty("expect").GetUInt64();
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
