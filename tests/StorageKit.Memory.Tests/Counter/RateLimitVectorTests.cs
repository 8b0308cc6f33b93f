using System.Text.Json;
using StorageKit.Tests;

namespace StorageKit.Memory.Tests.Counter;

/// <summary>The reference's sequences of operations on a virtual clock.</summary>
public sealed class RateLimitVectorTests
{
    [SharedDataFact("vectors/rate_limit_vectors.json")]
    public void Every_reference_sequence_gives_the_expected_totals()
    {
        var file = SharedData.PathTo("vectors", "rate_limit_vectors.json");
        using var vectors = JsonDocument.Parse(File.ReadAllBytes(file));
        var failures = new List<string>();
        var steps = 0;
        foreach (var sequence in vectors.RootElement.GetProperty("sequences").EnumerateArray())
        {
            var clock = new MillisecondClock();
            using var data = new MemoryData(new(), clock);
            using var counter = new MemoryRateLimitCounter(data, TenantId.System);
            foreach (var step in sequence.GetProperty("steps").EnumerateArray())
            {
                clock.Now = step.GetProperty("at_ms").GetInt64();
                var actual = Apply(counter, step);
                steps++;
                if (step.TryGetProperty("expect", out var expected) && actual != expected.GetUInt64())
                    failures.Add($"{sequence.GetProperty("name")} at {clock.Now} ms: {actual}, not {expected}");
            }
        }
        Assert.Empty(failures);
        Assert.True(steps >= 70, $"only {steps} steps were read");
    }

    // Every call of this driver is complete when it returns.
    static ulong Apply(MemoryRateLimitCounter counter, JsonElement step)
    {
        var key = step.GetProperty("key").GetString()!;
        switch (step.GetProperty("op").GetString())
        {
            case "increment":
                var seconds = step.GetProperty("window_secs").GetUInt64();
                var window = seconds == ulong.MaxValue ? TimeSpan.MaxValue : TimeSpan.FromSeconds((long)seconds);
                var amount = step.GetProperty("amount").GetUInt64();
                return counter.IncrementAsync(key, amount, window).GetAwaiter().GetResult();
            case "current":
                return counter.CurrentAsync(key).GetAwaiter().GetResult();
            case "reset":
                counter.ResetAsync(key).GetAwaiter().GetResult();
                return 0;
            default:
                throw new InvalidDataException($"Unknown operation in the vectors: {step}");
        }
    }

    /// <summary>Counts milliseconds, because one vector lies beyond what ticks can hold.</summary>
    sealed class MillisecondClock : TimeProvider
    {
        internal long Now { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => Now;
    }
}
