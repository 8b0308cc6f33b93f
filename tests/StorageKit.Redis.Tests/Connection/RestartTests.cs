namespace StorageKit.Redis.Tests.Connection;

public sealed class RestartTests(TestServer server) : IClassFixture<TestServer>
{
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task After_a_kill_and_a_start_the_same_stores_go_on_and_nothing_acknowledged_is_lost()
    {
        await using var redis = await server.OpenAsync();
        var counter = new RedisRateLimitCounter(redis, server.Tenant);
        for (var round = 1ul; round <= 3; round++)
        {
            Assert.Equal(round, await counter.IncrementAsync("kept", 1, Hour));
            await server.Server.KillAsync();
            var failure = await Assert.ThrowsAsync<StorageException>(
                async () => await counter.IncrementAsync("away", 1, Hour));
            Assert.True(failure.IsTransient);
            await server.Server.StartAsync();
            await EventuallyAsync(async () => await counter.CurrentAsync("kept") == round);
        }
    }

    [Fact]
    public async Task A_server_that_has_lost_its_scripts_is_given_them_again()
    {
        await using var redis = await server.OpenAsync();
        var counter = new RedisRateLimitCounter(redis, server.Tenant);
        for (var i = 1ul; i <= 5; i++)
        {
            await server.Raw.AskAsync("SCRIPT", "FLUSH");
            Assert.Equal(i, await counter.IncrementAsync("flushed", 1, Hour));
        }
    }

    [Fact]
    public async Task Connections_killed_under_callers_lose_nothing_acknowledged_and_apply_nothing_twice()
    {
        await using var redis = await server.OpenAsync();
        var counter = new RedisRateLimitCounter(redis, server.Tenant);
        var acknowledged = 0;
        var unknown = 0;
        var callers = Task.WhenAll(Enumerable.Range(0, 16).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                try
                {
                    await counter.IncrementAsync("killed", 1, Hour);
                    Interlocked.Increment(ref acknowledged);
                }
                catch (StorageException e)
                {
                    Assert.True(e.IsTransient, e.Message);
                    Interlocked.Increment(ref unknown);
                    await Task.Delay(5);
                }
            }
        })));
        while (!callers.IsCompleted)
        {
            await server.Raw.AskAsync("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
            await Task.Delay(7);
        }
        await callers;
        Assert.Equal(3200, acknowledged + unknown);
        var total = (int)await counter.CurrentAsync("killed");
        Assert.InRange(total, acknowledged, acknowledged + unknown);
        foreach (var key in await server.Raw.KeysAsync())
            Assert.True((await server.Raw.AskAsync("PTTL", key)).Integer > 0, key);
    }

    static async Task EventuallyAsync(Func<Task<bool>> isTrue)
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(10); DateTime.UtcNow < deadline; await Task.Delay(20))
        {
            try
            {
                if (await isTrue()) return;
            }
            catch (StorageException e) when (e.IsTransient)
            {
                // Not yet.
            }
        }
        Assert.Fail("not within 10 s");
    }
}
