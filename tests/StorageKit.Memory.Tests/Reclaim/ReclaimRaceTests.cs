namespace StorageKit.Memory.Tests.Reclaim;

/// <summary>A writer and a sweeper meet at an entry that is over. Whoever comes first, what was written
/// stays.</summary>
public sealed class ReclaimRaceTests
{
    const int Rounds = 20;
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_increment_is_kept_while_its_old_window_is_reclaimed(bool sweeperFirst)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var clock = new GatedClock();
            var counters = new CounterTable(clock);
            counters.Increment("k", 1, Hour);
            Meet(
                clock, sweeperFirst, () => counters.Increment("k", 0, Hour), () => counters.Increment("other", 1, Hour),
                () => counters.Increment("k", 7, Hour));
            Assert.Equal(7UL, counters.Current("k"));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_saved_session_is_kept_while_its_old_record_is_reclaimed(bool sweeperFirst)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var clock = new GatedClock();
            var sessions = new SessionTable(clock, Hour);
            var (old, saved) = (NewSession(), NewSession());
            saved = saved with { SessionId = old.SessionId };
            sessions.Save(old);
            Meet(
                clock, sweeperFirst, () => sessions.Load(old.SessionId), () => sessions.Save(NewSession()),
                () => sessions.Save(saved));
            Assert.Equal(saved, sessions.Load(old.SessionId));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_registration_is_kept_while_the_old_one_is_reclaimed(bool sweeperFirst)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var clock = new GatedClock();
            var agents = new AgentTable(clock, Hour);
            var agent = AgentId.New();
            agents.Register(agent);
            Meet(
                clock, sweeperFirst, () => agents.Status(agent), () => agents.Register(AgentId.New()),
                () => agents.Register(agent));
            Assert.True(agents.Heartbeat(agent));
        }
    }

    static void Meet(GatedClock clock, bool sweeperFirst, Action holder, Action sweeper, Action writer) =>
        clock.LineUp(holder, later: Hour, sweeperFirst ? [sweeper, writer] : [writer, sweeper]);

    static SessionRecord NewSession() => new(SessionId.New(), AgentId.New(), 1);
}
