using StorageKit.Conformance;

namespace StorageKit.Memory.Tests.Stores;

public sealed class SessionTests
{
    [Fact]
    public async Task Without_a_ttl_a_session_stays_for_good()
    {
        await using var memory = await MemorySection.OpenAsync();
        var session = NewSession();
        await memory.Get<ISessionStore>().SaveAsync(session);
        memory.Clock.Advance(TimeSpan.FromDays(3650));
        Assert.Equal(session, await memory.Get<ISessionStore>().LoadAsync(session.SessionId));
    }

    [Fact]
    public async Task With_a_ttl_a_session_ends_exactly_that_long_after_its_last_save()
    {
        await using var memory = await MemorySection.OpenAsync("session_ttl = '1h'");
        var sessions = memory.Get<ISessionStore>();
        var session = NewSession();
        await sessions.SaveAsync(session);
        memory.Clock.Advance(TimeSpan.FromMinutes(40));
        await sessions.SaveAsync(session);
        memory.Clock.Advance(TimeSpan.FromMinutes(40));
        Assert.NotNull(await sessions.LoadAsync(session.SessionId)); // and a load does not prolong it
        memory.Clock.Advance(TimeSpan.FromMinutes(20) - TimeSpan.FromTicks(1));
        Assert.NotNull(await sessions.LoadAsync(session.SessionId));
        memory.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(await sessions.LoadAsync(session.SessionId));

        await sessions.SaveAsync(session);
        Assert.Equal(session, await sessions.LoadAsync(session.SessionId));
    }

    [Fact]
    public void Sessions_that_are_over_are_reclaimed_by_a_later_save()
    {
        var clock = new ManualClock();
        var sessions = new SessionTable(clock, TimeSpan.FromHours(1));
        for (var i = 0; i < 10_000; i++) sessions.Save(NewSession());
        clock.Advance(TimeSpan.FromHours(1));
        sessions.Save(NewSession());
        Assert.Equal(1, sessions.Count);
    }

    [Fact]
    public async Task A_delete_that_returned_is_not_undone_by_an_older_save()
    {
        await using var memory = await MemorySection.OpenAsync();
        var sessions = memory.Get<ISessionStore>();
        var id = SessionId.New();
        for (var round = 0; round < 2_000; round++)
        {
            var stale = new SessionRecord(id, AgentId.New(), 1);
            var save = Task.Run(async () => await sessions.SaveAsync(stale));
            await sessions.DeleteAsync(id);
            await save;
            var afterBoth = await sessions.LoadAsync(id);
            Assert.True(afterBoth is null || afterBoth == stale);
            await sessions.DeleteAsync(id);
            Assert.Null(await sessions.LoadAsync(id));
            var own = new SessionRecord(id, AgentId.New(), 2);
            await sessions.SaveAsync(own);
            Assert.Equal(own, await sessions.LoadAsync(id));
        }
    }

    static SessionRecord NewSession() => new(SessionId.New(), AgentId.New(), ulong.MaxValue);
}
