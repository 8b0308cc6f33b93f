namespace StorageKit.Redis.Tests.Counter;

public sealed class WindowTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Every_window_of_whatever_length_is_an_expiry_that_later_increments_leave_alone()
    {
        await using var redis = await server.OpenAsync();
        var tenant = TenantId.New();
        var counter = new RedisRateLimitCounter(redis, tenant);
        TimeSpan[] windows =
        [
            TimeSpan.FromSeconds(90), TimeSpan.FromDays(400), TimeSpan.FromDays(3_652_425),
            TimeSpan.MaxValue - TimeSpan.FromTicks(1), TimeSpan.MaxValue,
        ];
        foreach (var window in windows)
        {
            var name = $"{window.Ticks}";
            await counter.IncrementAsync(name, 0, window);
            var key = KeyOf(tenant, name);
            var end = (await server.Raw.AskAsync("PEXPIRETIME", key)).Integer;
            await counter.IncrementAsync(name, 7, TimeSpan.FromSeconds(1));
            await counter.IncrementAsync(name, ulong.MaxValue, TimeSpan.MaxValue);
            await counter.IncrementAsync(name, 0, TimeSpan.MaxValue);
            Assert.Equal((name, end), (name, (await server.Raw.AskAsync("PEXPIRETIME", key)).Integer));
            var left = (await server.Raw.AskAsync("PTTL", key)).Integer;
            Assert.InRange(left, window.TotalMilliseconds - 60_000, window.TotalMilliseconds + 1);
        }
    }

    [Fact]
    public async Task A_window_does_not_end_early_and_not_late()
    {
        await using var redis = await server.OpenAsync();
        var counter = new RedisRateLimitCounter(redis, TenantId.New());
        var window = TimeSpan.FromMilliseconds(150);
        for (var round = 0; round < 5; round++)
        {
            var before = TimeProvider.System.GetTimestamp();
            await counter.IncrementAsync("k", 1, window);
            var after = TimeProvider.System.GetTimestamp();
            while (true)
            {
                var asked = TimeProvider.System.GetTimestamp();
                var total = await counter.CurrentAsync("k");
                if (total == 0)
                {
                    Assert.True(TimeProvider.System.GetElapsedTime(before) >= window, "the window ended early");
                    break;
                }
                Assert.True(
                    TimeProvider.System.GetElapsedTime(after, asked) < window + TimeSpan.FromMilliseconds(3),
                    "the window ended late");
            }
        }
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("18446744073709551616")]
    [InlineData("100000000000000000000")]
    public async Task What_is_no_total_is_a_serialization_error_and_stays_as_it_is(string stored)
    {
        await using var redis = await server.OpenAsync();
        var tenant = TenantId.New();
        var counter = new RedisRateLimitCounter(redis, tenant);
        await server.Raw.AskAsync("SET", KeyOf(tenant, "k"), stored, "EX", "100");
        await ExpectDamagedAsync(async () => await counter.IncrementAsync("k", 1, TimeSpan.FromHours(1)));
        await ExpectDamagedAsync(async () => await counter.CurrentAsync("k"));
        Assert.Equal(stored, await server.Raw.TextAsync("GET", KeyOf(tenant, "k")));
        await counter.ResetAsync("k");
        Assert.Equal(1ul, await counter.IncrementAsync("k", 1, TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task A_key_of_another_type_is_a_serialization_error()
    {
        await using var redis = await server.OpenAsync();
        var tenant = TenantId.New();
        var counter = new RedisRateLimitCounter(redis, tenant);
        await server.Raw.AskAsync("HSET", KeyOf(tenant, "k"), "a", "b");
        await ExpectDamagedAsync(async () => await counter.IncrementAsync("k", 1, TimeSpan.FromHours(1)));
        await ExpectDamagedAsync(async () => await counter.CurrentAsync("k"));
    }

    static async Task ExpectDamagedAsync(Func<Task> call) =>
        Assert.Equal(StorageErrorKind.Serialization, (await Assert.ThrowsAsync<StorageException>(call)).Kind);

    static string KeyOf(TenantId tenant, string key) => $"sk:counter:{{{tenant.ToHex()}:{key}}}";
}
