namespace StorageKit.Redis.Tests.AgentAssembly;

public sealed class SharedSessionTests(SharedKeys shared) : IClassFixture<SharedKeys>
{
    public static TheoryData<ulong> Starts => [0, 1, 1_700_000_000_000_000_000, ulong.MaxValue];

    [Theory]
    [MemberData(nameof(Starts))]
    public async Task What_one_saves_the_other_loads_replaces_and_deletes(ulong start)
    {
        var first = new SessionRecord(SessionId.New(), AgentId.New(), start);
        await shared.Rust.SaveAsync(first);
        Assert.Equal(first, await shared.Sessions.LoadAsync(first.SessionId));

        var second = first with { AgentId = AgentId.New() };
        await shared.Sessions.SaveAsync(second);
        Assert.Equal(second, await shared.Rust.LoadAsync(first.SessionId));

        await shared.Rust.DeleteAsync(first.SessionId);
        Assert.Null(await shared.Sessions.LoadAsync(first.SessionId));
        await shared.Sessions.SaveAsync(first);
        await shared.Sessions.DeleteAsync(first.SessionId);
        Assert.Null(await shared.Rust.LoadAsync(first.SessionId));
    }

    [Fact]
    public async Task What_a_rust_service_saves_ends_after_its_hour_and_what_we_save_does_not()
    {
        var session = New();
        await shared.Rust.SaveAsync(session);
        await shared.Sessions.LoadAsync(session.SessionId);
        Assert.InRange(await LeftAsync(session), 3_500_000, 3_600_000);
        await shared.Sessions.SaveAsync(session);
        Assert.Equal(-1, await LeftAsync(session));
    }

    [Fact]
    public async Task With_session_ttl_each_save_is_record_and_end_in_one_step()
    {
        await using var section = await shared.OpenAsync("session_ttl = '1h'");
        var sessions = (await section.OpenTenantAsync(TenantId.System)).Get<ISessionStore>();
        var session = New();
        await sessions.SaveAsync(session);
        await shared.Raw.AskAsync("PEXPIRE", RustService.KeyOf(session.SessionId), "60000");
        await shared.Raw.AskAsync("CONFIG", "RESETSTAT");
        await sessions.SaveAsync(session);
        Assert.InRange(await LeftAsync(session), 3_500_000, 3_600_000);
        Assert.Equal(session, await shared.Rust.LoadAsync(session.SessionId));
        var stats = await shared.Raw.TextAsync("INFO", "commandstats");
        Assert.Contains("cmdstat_eval", stats);
    }

    [Fact]
    public async Task What_others_add_to_a_record_is_passed_over()
    {
        var session = New();
        await shared.Rust.SaveAsync(session);
        await shared.Raw.AskAsync("HSET", RustService.KeyOf(session.SessionId), "later", "x");
        Assert.Equal(session, await shared.Sessions.LoadAsync(session.SessionId));
    }

    [Theory]
    [InlineData("HDEL", "agent_id")]
    [InlineData("HDEL", "started_at_ns")]
    [InlineData("HSET", "agent_id", "short")]
    [InlineData("HSET", "started_at_ns", "-1")]
    [InlineData("HSET", "started_at_ns", "18446744073709551616")]
    [InlineData("SET", "no hash")]
    public async Task A_record_that_lacks_something_is_damaged_and_not_absent(string command, params string[] change)
    {
        var session = New();
        await shared.Rust.SaveAsync(session);
        await shared.Raw.AskAsync([command, RustService.KeyOf(session.SessionId), .. change]);
        var error = await Assert.ThrowsAsync<StorageException>(
            async () => await shared.Sessions.LoadAsync(session.SessionId));
        Assert.Equal(StorageErrorKind.Serialization, error.Kind);
        await shared.Sessions.SaveAsync(session);
        Assert.Equal(session, await shared.Sessions.LoadAsync(session.SessionId));
    }

    [Fact]
    public async Task Savers_of_both_sides_never_mix_a_record()
    {
        var id = SessionId.New();
        var (ours, theirs) = (new SessionRecord(id, AgentId.New(), 1), new SessionRecord(id, AgentId.New(), 2));
        await shared.Sessions.SaveAsync(ours);
        await Task.WhenAll(
            RepeatAsync(() => shared.Sessions.SaveAsync(ours).AsTask()), RepeatAsync(() => shared.Rust.SaveAsync(theirs)),
            RepeatAsync(async () =>
                Assert.Contains(await shared.Sessions.LoadAsync(id), new SessionRecord?[] { ours, theirs })));

        static Task RepeatAsync(Func<Task> step) => Task.Run(async () =>
        {
            for (var i = 0; i < 300; i++) await step();
        });
    }

    Task<long> LeftAsync(SessionRecord session) =>
        shared.MillisecondsLeftAsync(RustService.KeyOf(session.SessionId));

    static SessionRecord New() => new(SessionId.New(), AgentId.New(), ulong.MaxValue - 7);
}
