using System.Collections.Concurrent;

namespace StorageKit.Redis.Tests.AgentAssembly;

public sealed class SharedCounterTests(SharedKeys shared) : IClassFixture<SharedKeys>
{
    const ulong EndOfRust = long.MaxValue;

    static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData("both")]
    [InlineData("")]
    [InlineData("with space:and{braces}")]
    public async Task Each_goes_on_counting_where_the_other_stopped_in_the_same_window(string key)
    {
        key += "/tiles";
        Assert.Equal(5ul, await shared.Rust.IncrementAsync(key, 5, 100));
        Assert.Equal(8ul, await shared.Counter.IncrementAsync(key, 3, s_hour));
        Assert.InRange(await shared.MillisecondsLeftAsync("aa:ratelimit:" + key), 1, 100_000);
        Assert.Equal(10ul, await shared.Rust.IncrementAsync(key, 2, 100_000));
        Assert.Equal((10ul, 10ul), (await shared.Counter.CurrentAsync(key), await shared.Rust.CurrentAsync(key)));
        await shared.Rust.ResetAsync(key);
        Assert.Equal(0ul, await shared.Counter.CurrentAsync(key));
        Assert.Equal(1ul, await shared.Counter.IncrementAsync(key, 1, s_hour));
        Assert.Equal(3ul, await shared.Rust.IncrementAsync(key, 2, 5));
        Assert.InRange(await shared.MillisecondsLeftAsync("aa:ratelimit:" + key), 3_500_000, 3_600_000);
        await shared.Counter.ResetAsync(key);
        Assert.Equal(0ul, await shared.Rust.CurrentAsync(key));
    }

    [Fact]
    public async Task Concurrent_increments_of_both_tile()
    {
        const int Callers = 8, Each = 250;
        ConcurrentBag<ulong> totals = [];
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
                totals.Add(caller % 2 == 0
                    ? await shared.Counter.IncrementAsync("tile", 1, s_hour)
                    : (await shared.Rust.IncrementAsync("tile", 1, 3600))!.Value);
        })));
        Assert.Equal(Enumerable.Range(1, Callers * Each).Select(total => (ulong)total), totals.Order());
    }

    [Fact]
    public async Task A_key_without_an_end_keeps_its_total_and_ends_with_the_next_window_of_ours()
    {
        Assert.Null(await shared.Rust.IncrementAsync("immortal", 7, 1UL << 62));
        Assert.Equal(-1, await shared.MillisecondsLeftAsync("aa:ratelimit:immortal"));
        Assert.Equal(8ul, await shared.Rust.IncrementAsync("immortal", 1, 10));
        Assert.Equal(8ul, await shared.Counter.CurrentAsync("immortal"));
        Assert.Equal(-1, await shared.MillisecondsLeftAsync("aa:ratelimit:immortal"));

        Assert.Equal(8ul, await shared.Counter.IncrementAsync("immortal", 0, TimeSpan.FromMinutes(1)));
        Assert.InRange(await shared.MillisecondsLeftAsync("aa:ratelimit:immortal"), 1, 60_000);
        Assert.Equal(9ul, await shared.Counter.IncrementAsync("immortal", 1, s_hour));
        Assert.InRange(await shared.MillisecondsLeftAsync("aa:ratelimit:immortal"), 1, 60_000);
    }

    [Fact]
    public async Task Beyond_2_63_we_count_exactly_and_a_rust_service_reads_but_is_refused_to_add()
    {
        Assert.Equal(EndOfRust - 1000, await shared.Counter.IncrementAsync("large", EndOfRust - 1000, s_hour));
        Assert.Equal(EndOfRust + 1000, await shared.Counter.IncrementAsync("large", 2000, s_hour));
        Assert.Equal(EndOfRust + 1000, await shared.Rust.CurrentAsync("large"));
        Assert.Null(await shared.Rust.IncrementAsync("large", 1, 3600));
        Assert.Equal(ulong.MaxValue, await shared.Counter.IncrementAsync("large", ulong.MaxValue, s_hour));
        Assert.Equal(ulong.MaxValue, await shared.Rust.CurrentAsync("large"));
    }

    [Fact]
    public async Task Of_a_total_beyond_2_53_a_rust_service_is_told_a_rounded_one_and_stores_the_exact_one()
    {
        const ulong Limit = 1UL << 53;
        await shared.Counter.IncrementAsync("rounded", Limit, s_hour);
        Assert.Equal(Limit, await shared.Rust.IncrementAsync("rounded", 1, 3600));
        Assert.Equal(Limit + 1, await shared.Counter.CurrentAsync("rounded"));
        Assert.Equal(Limit + 2, await shared.Counter.IncrementAsync("rounded", 1, s_hour));
    }

    [Fact]
    public async Task Hazard_just_below_2_63_a_rust_service_takes_the_counter_for_empty()
    {
        await shared.Counter.IncrementAsync("full", EndOfRust - 1, s_hour);
        Assert.Equal(0ul, await shared.Rust.IncrementAsync("full", 1, 3600));
        Assert.Equal(EndOfRust, await shared.Counter.CurrentAsync("full"));
    }

    [Fact]
    public async Task Hazard_after_an_increment_by_0_that_of_a_rust_service_starts_the_window_anew()
    {
        await shared.Counter.IncrementAsync("zero", 0, s_hour);
        await shared.Rust.IncrementAsync("zero", 5, 10);
        Assert.InRange(await shared.MillisecondsLeftAsync("aa:ratelimit:zero"), 1, 10_000);
        await shared.Counter.IncrementAsync("ours", 0, s_hour);
        await shared.Counter.IncrementAsync("ours", 5, TimeSpan.FromSeconds(10));
        Assert.InRange(await shared.MillisecondsLeftAsync("aa:ratelimit:ours"), 3_500_000, 3_600_000);
    }

    [Theory]
    [InlineData("-3")]
    [InlineData("1.5")]
    [InlineData("18446744073709551616")]
    public async Task What_is_no_total_is_a_serialization_error_and_stays_as_it_is(string stored)
    {
        await shared.Raw.AskAsync("SET", "aa:ratelimit:odd", stored);
        Func<Task>[] calls =
        [
            async () => await shared.Counter.IncrementAsync("odd", 1, s_hour),
            async () => await shared.Counter.CurrentAsync("odd"),
        ];
        foreach (var call in calls)
            Assert.Equal(
                StorageErrorKind.Serialization, (await Assert.ThrowsAsync<StorageException>(call)).Kind);
        Assert.Equal(stored, await shared.Raw.TextAsync("GET", "aa:ratelimit:odd"));
    }
}
