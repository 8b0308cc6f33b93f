namespace StorageKit.Sqlite.Tests;

public sealed class ProcessTests : IDisposable
{
    readonly OutboxFolder _folder = new();

    [Fact]
    public async Task Processes_killed_at_any_moment_lose_double_and_reorder_nothing()
    {
        const int Rounds = 24;
        var random = new Random(20_261_122);
        List<Hash256> acknowledged = [];
        for (var round = 0; round < Rounds; round++)
        {
            // Every third process never reaches the target; of the others one that sends what the last one left.
            using var away = round % 3 == 1 ? await _folder.TakeTargetAwayAsync() : null;
            using var process = new SecondProcess(Program.Outbox, _folder.Path, int.MaxValue);
            acknowledged.Add((await process.NextAcknowledgedAsync())!.Value);
            await Task.Delay(random.Next(5, 250));
            process.Kill();
            acknowledged.AddRange(await process.RestAsync());
        }
        await using var outbox = await _folder.OpenAsync();
        await outbox.HoldsAsync(0);
        var arrived = await outbox.ArrivedAsync();
        var hashes = arrived.ConvertAll(entry => entry.EntryHash);
        Assert.Equal(acknowledged, hashes.Where(acknowledged.Contains));
        // At most one a process was recorded and not yet said.
        Assert.InRange(hashes.Count - acknowledged.Count, 0, Rounds);
        Assert.All(arrived.GroupBy(entry => entry.SessionId), session =>
            Assert.True(AuditChain.Verify(session).IsIntact));
    }

    [Fact]
    public async Task Two_processes_on_one_outbox_keep_each_sessions_chain()
    {
        const int Each = 300;
        await using var outbox = await _folder.OpenAsync();
        using var process = new SecondProcess(Program.Outbox, _folder.Path, Each);
        Assert.NotNull(await process.NextAcknowledgedAsync());
        var chain = Entries.Chain(Each);
        for (var i = 0; i < Each; i += 50)
        {
            using var away = i % 100 == 0 ? await _folder.TakeTargetAwayAsync() : null;
            await outbox.EmitAsync(chain.Skip(i).Take(50));
        }
        Assert.Equal(Each - 1, (await process.RestAsync()).Count);
        Assert.Equal(0, process.ExitCode);
        await outbox.HoldsAsync(0);
        var sessions = (await outbox.ArrivedAsync()).GroupBy(entry => entry.SessionId).ToList();
        Assert.Equal(2, sessions.Count);
        Assert.All(sessions, session => Assert.Equal(Each, session.Count()));
        Assert.All(sessions, session => Assert.True(AuditChain.Verify(session).IsIntact));
    }

    [Fact]
    public async Task No_position_is_given_twice()
    {
        await using var outbox = await _folder.OpenAsync();
        using (await _folder.TakeTargetAwayAsync()) await outbox.EmitAsync(Entries.Chain(3));
        await outbox.HoldsAsync(0);
        using (await _folder.TakeTargetAwayAsync())
        {
            await outbox.EmitAsync(Entries.Chain(2));
            Assert.Equal([4L, 5L], _folder.Positions());
        }
    }

    [Fact]
    public async Task One_drainer_has_the_right_at_a_time()
    {
        await using var outbox = await _folder.OpenAsync();
        var chain = Entries.Chain(3);
        IDisposable right;
        using (await _folder.TakeTargetAwayAsync())
        {
            await outbox.EmitAsync(chain);
            right = await _folder.TakeDrainRightAsync();
        }
        using (right)
        {
            Assert.Null(DrainLock.TryTake($"{_folder.Path}/outbox.db"));
            await Task.Delay(1500);
            Assert.Empty(await outbox.ArrivedAsync());
        }
        await outbox.HoldsAsync(0);
        Assert.Equal(chain, await outbox.ArrivedAsync());
    }

    public void Dispose() => _folder.Dispose();
}
