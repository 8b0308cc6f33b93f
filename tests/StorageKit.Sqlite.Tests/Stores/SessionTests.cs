namespace StorageKit.Sqlite.Tests;

public sealed class SessionTests
{
    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Theory]
    [InlineData(0UL)]
    [InlineData((ulong)long.MaxValue + 1)]
    [InlineData(ulong.MaxValue)]
    public async Task A_saved_record_is_loaded_equal_and_replaced_whole(ulong startedAt)
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        var session = SessionId.FromBytes([.. Enumerable.Range(0, 16).Select(i => (byte)(i * 16))]);
        await database.Sessions.SaveAsync(new(session, AgentId.New(), 7));
        var record = new SessionRecord(session, AgentId.New(), startedAt);
        await database.Sessions.SaveAsync(record);
        Assert.Equal(record, await database.Sessions.LoadAsync(session));
        Assert.Equal(1, file.Number($"SELECT count(*) FROM sessions WHERE session = x'{session.ToHex()}'"));
        await database.Sessions.DeleteAsync(session);
        await database.Sessions.DeleteAsync(session);
        Assert.Null(await database.Sessions.LoadAsync(session));
    }

    [Fact]
    public async Task Nothing_expires_unless_the_section_says_so()
    {
        using var file = new TemporaryDatabase();
        var record = new SessionRecord(SessionId.New(), AgentId.New(), 1);
        await using (var database = await file.OpenAsync(time: file.Clock))
        {
            await database.Sessions.SaveAsync(record);
            file.Clock.Advance(365 * Day);
            Assert.Equal(record, await database.Sessions.LoadAsync(record.SessionId));
        }
        await using var expiring = await file.OpenAsync("plaintext = true\nsession_ttl = '1d'", file.Clock);
        Assert.Null(await expiring.Sessions.LoadAsync(record.SessionId));
        await expiring.Sessions.SaveAsync(record);
        file.Clock.Advance(Day - TimeSpan.FromTicks(1));
        Assert.Equal(record, await expiring.Sessions.LoadAsync(record.SessionId));
        file.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(await expiring.Sessions.LoadAsync(record.SessionId));
        await expiring.Sessions.SaveAsync(record with { SessionId = SessionId.New() });
        Assert.Equal(1, file.Number("SELECT count(*) FROM sessions"));
    }

    [Theory]
    [InlineData("UPDATE sessions SET agent = x'00'")]
    [InlineData("UPDATE sessions SET started_at_ns = x''")]
    public async Task A_damaged_record_is_an_integrity_error_and_not_a_miss(string damage)
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        var record = new SessionRecord(SessionId.New(), AgentId.New(), 1);
        await database.Sessions.SaveAsync(record);
        file.Execute(damage);
        var error = await Assert.ThrowsAsync<StorageException>(
            async () => await database.Sessions.LoadAsync(record.SessionId));
        Assert.Equal(StorageErrorKind.Serialization, error.Kind);
    }
}
