using System.Globalization;

namespace StorageKit.Redis.Tests.Counter;

public sealed class ExactnessTests(TestServer server) : IClassFixture<TestServer>
{
    static readonly ulong[] Corners =
    [
        0, 1, 999_999_999_999_999, 1_000_000_000_000_000, 9_999_999_999, 10_000_000_000, 10_000_000_001,
        (1ul << 53) - 1, 1ul << 53, (1ul << 53) + 1, (1ul << 63) - 1, 1ul << 63, ulong.MaxValue - 1, ulong.MaxValue,
        18_446_744_070_000_000_000, 18_446_744_069_999_999_999, 3_709_551_615, 3_709_551_616,
    ];

    [Fact]
    public async Task Sums_of_all_corners_are_exact_and_saturate()
    {
        await using var redis = await server.OpenAsync();
        foreach (var first in Corners)
            await Task.WhenAll(Corners.Select(second => CheckAsync(redis, first, second)));
    }

    [Fact]
    public async Task Sums_of_random_numbers_of_every_length_are_exact_and_saturate()
    {
        await using var redis = await server.OpenAsync();
        var random = new Random(20261122);
        for (var round = 0; round < 40; round++)
            await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => (Next(), Next())).ToArray().Select(
                pair => CheckAsync(redis, pair.Item1, pair.Item2)));

        ulong Next() => (ulong)random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
    }

    static async Task CheckAsync(RedisServer redis, ulong first, ulong second)
    {
        var counter = new RedisRateLimitCounter(redis, TenantId.New());
        var sum = (UInt128)first + second;
        var expected = sum > ulong.MaxValue ? ulong.MaxValue : (ulong)sum;
        var opened = await counter.IncrementAsync("k", first, TimeSpan.FromMinutes(5));
        var total = await counter.IncrementAsync("k", second, TimeSpan.FromMinutes(5));
        var read = await counter.CurrentAsync("k");
        Assert.Equal(
            $"{first} + {second} = {expected}, {expected}",
            string.Create(CultureInfo.InvariantCulture, $"{opened} + {second} = {total}, {read}"));
    }
}
