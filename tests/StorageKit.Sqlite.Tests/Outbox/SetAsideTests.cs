namespace StorageKit.Sqlite.Tests;

/// <summary>Entries that were acknowledged and that the target does not take.</summary>
public sealed class SetAsideTests : IDisposable
{
    const string Strict = "enforce_chain = true";

    readonly OutboxFolder _folder = new();

    [Fact]
    public async Task What_the_target_refuses_while_nothing_waits_is_the_callers_error()
    {
        await using var outbox = await _folder.OpenAsync(target: Strict);
        var refused = await Assert.ThrowsAsync<StorageException>(() => outbox.EmitAsync(Entries.Chain(2)[1]));
        Assert.Equal(StorageErrorKind.Conflict, refused.Kind);
        Assert.Equal(0, OpenedOutbox.Held(_folder.Path));
        await outbox.CheckHealthAsync();
    }

    [Fact]
    public async Task A_refused_session_is_set_aside_whole_the_others_go_on_and_reopening_tries_again()
    {
        var (bad, good) = (Entries.Chain(5), Entries.Chain(5));
        await using (var outbox = await _folder.OpenAsync(target: Strict))
        {
            // The first entry is missing, so the target refuses the second one.
            using (await _folder.TakeTargetAwayAsync()) await outbox.EmitAsync([bad[1], good[0], bad[2], good[1]]);
            await outbox.HoldsAsync(2);
            Assert.Equal(good[..2], await outbox.ArrivedAsync());
            await outbox.EmitAsync([bad[3], good[2]]);
            Assert.Equal(good[..3], await outbox.ArrivedAsync());
            var unhealthy = await Assert.ThrowsAsync<StorageException>(() => outbox.CheckHealthAsync().AsTask());
            Assert.Contains("0 waiting, 3 set aside", unhealthy.Message);
        }
        await using var mended = await _folder.OpenAsync();
        await mended.HoldsAsync(0);
        Assert.Equal([.. good[..3], .. bad[1..4]], await mended.ArrivedAsync());
        await mended.CheckHealthAsync();
    }

    [Theory]
    [InlineData("UPDATE entries SET body = x'00' WHERE position = 2")]
    [InlineData(
        "UPDATE entries SET body = CAST(replace(CAST(body AS TEXT), '0001', '0007') AS BLOB) WHERE position = 2")]
    [InlineData("UPDATE entries SET digest = zeroblob(32) WHERE position = 2")]
    [InlineData("UPDATE entries SET entry_hash = x'01' WHERE position = 2")]
    public async Task A_damaged_row_is_set_aside_and_the_rest_goes_on(string damage)
    {
        var chain = Entries.Chain(4);
        await using var outbox = await _folder.OpenAsync();
        using (await _folder.TakeTargetAwayAsync())
        // So that the drainer has not read the row before.
        using (await _folder.TakeDrainRightAsync())
        {
            await outbox.EmitAsync(chain);
            _folder.Change(damage);
        }
        await outbox.HoldsAsync(1);
        Assert.Equal([chain[0], chain[2], chain[3]], await outbox.ArrivedAsync());
        var unhealthy = await Assert.ThrowsAsync<StorageException>(() => outbox.CheckHealthAsync().AsTask());
        Assert.Contains("1 set aside", unhealthy.Message);
    }

    [Fact]
    public async Task The_health_check_says_why_the_target_is_away_and_how_much_waits()
    {
        await using var outbox = await _folder.OpenAsync();
        using (await _folder.TakeTargetAwayAsync())
        {
            await outbox.EmitAsync(Entries.Chain(7));
            var unhealthy = await Assert.ThrowsAsync<StorageException>(() => outbox.CheckHealthAsync().AsTask());
            Assert.Contains("7 waiting since", unhealthy.Message);
            Assert.Contains("the target \"sqlite\" is away: ", unhealthy.Message);
            Assert.Contains("busy_timeout", unhealthy.Message);
        }
        await outbox.HoldsAsync(0);
        await outbox.CheckHealthAsync();
    }

    public void Dispose() => _folder.Dispose();
}
