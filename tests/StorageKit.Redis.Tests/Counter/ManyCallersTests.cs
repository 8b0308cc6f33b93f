namespace StorageKit.Redis.Tests.Counter;

public sealed class ManyCallersTests(TestServer server) : IClassFixture<TestServer>
{
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Ten_thousand_callers_who_wait_are_served_in_the_order_of_their_calls()
    {
        await using var redis = await server.OpenAsync();
        var counter = new RedisRateLimitCounter(redis, TenantId.New());
        for (var round = 0ul; round < 3; round++)
        {
            await server.Raw.AskAsync("CLIENT", "PAUSE", "100", "ALL");
            var totals = new ValueTask<ulong>[10_000];
            for (var i = 0; i < totals.Length; i++) totals[i] = counter.IncrementAsync("k", 1, Hour);
            for (var i = 0; i < totals.Length; i++) Assert.Equal((round * 10_000) + (ulong)i + 1, await totals[i]);
        }
    }

    [Fact]
    public async Task No_two_callers_are_given_the_same_total_while_others_cancel()
    {
        await using var redis = await server.OpenAsync();
        var counter = new RedisRateLimitCounter(redis, TenantId.New());
        var cancelled = 0;
        var totals = await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(async () =>
        {
            List<ulong> mine = [];
            for (var i = 0; i < 200; i++)
            {
                using var cancel = new CancellationTokenSource();
                if (i % 3 == 0) cancel.CancelAfter(TimeSpan.FromMicroseconds(50 * (caller % 9)));
                try
                {
                    mine.Add(await counter.IncrementAsync("k", 1, Hour, cancel.Token));
                }
                catch (OperationCanceledException e)
                {
                    Assert.Equal(cancel.Token, e.CancellationToken);
                    Interlocked.Increment(ref cancelled);
                }
            }
            Assert.Equal(mine.Order(), mine);
            return mine;
        })));
        Assert.NotEqual(0, cancelled);
        var all = totals.SelectMany(mine => mine).ToList();
        Assert.Equal((64 * 200) - cancelled, all.Count);
        Assert.Equal(all.Count, all.Distinct().Count());
    }

    [Fact]
    public async Task A_total_is_given_to_one_who_waits_for_it_once()
    {
        await using var redis = await server.OpenAsync();
        var total = new RedisRateLimitCounter(redis, TenantId.New()).IncrementAsync("k", 7, Hour);
        Assert.Equal(7ul, await total);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await total);
    }
}
