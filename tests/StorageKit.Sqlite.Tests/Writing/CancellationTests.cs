namespace StorageKit.Sqlite.Tests;

public sealed class CancellationTests
{
    [Fact]
    public async Task A_cancelled_token_has_no_effect_and_comes_back()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        Func<CancellationToken, Task>[] calls =
        [
            token => database.Audit.EmitAsync(Entries.Single(), token).AsTask(),
            token => database.Log.ReadAsync(cancellationToken: token).AsTask(),
            token => database.Counter.IncrementAsync("k", 1, TimeSpan.MaxValue, token).AsTask(),
            token => database.Counter.CurrentAsync("k", token).AsTask(),
            token => database.Credentials.PutSecretAsync("k", new byte[1], token).AsTask(),
            token => database.Get<IPolicyStore>().InvalidateAsync(AgentId.New(), token).AsTask(),
            async token => { await foreach (var info in database.Objects.ListAsync("", token)) Assert.NotNull(info); },
        ];
        foreach (var call in calls)
        {
            var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call(cancelled.Token));
            Assert.Equal(cancelled.Token, thrown.CancellationToken);
        }
        Assert.Equal(0, file.Number("SELECT (SELECT count(*) FROM audit) + (SELECT count(*) FROM counters)"));
    }

    [Fact]
    public async Task A_call_cancelled_while_it_waits_for_the_writer_is_dropped_without_effect()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        using var impatient = new CancellationTokenSource();
        Task stays;
        using (var other = file.OpenRaw())
        {
            using var lockedOut = other.BeginTransaction(deferred: false);
            var taken = database.Counter.IncrementAsync("k", 1, TimeSpan.MaxValue, impatient.Token).AsTask();
            stays = database.Counter.IncrementAsync("k", 10, TimeSpan.MaxValue).AsTask();
            await Task.Delay(50);
            await impatient.CancelAsync();
            var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => taken);
            Assert.Equal(impatient.Token, thrown.CancellationToken);
            Assert.False(stays.IsCompleted);
        }
        await stays;
        Assert.Equal(10UL, await database.Counter.CurrentAsync("k"));
    }
}
