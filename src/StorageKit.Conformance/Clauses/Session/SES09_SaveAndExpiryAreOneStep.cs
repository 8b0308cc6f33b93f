using StorageKit.Conformance.Exercises;
using StorageKit.Conformance.Faults;

namespace StorageKit.Conformance.Clauses;

/// <summary>Where sessions expire, no failure between two steps leaves one that does not.</summary>
/// <remarks>The time to live is a real second, as in RLC-12.</remarks>
[Clause(
    "SES-09", "A save and its time to live are one step: no failure leaves a record that never expires.",
    Contract = typeof(ISessionStore), Lane = Lane.Network, Needs = Needs.Endpoint, Option = "session_ttl = '1s'")]
internal sealed class SES09_SaveAndExpiryAreOneStep : Clause<ISessionStore>
{
    const int Spread = 24;
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(4);

    protected override async ValueTask CheckAsync(ISessionStore store, ClauseContext context)
    {
        var direct = (await context.OpenDirectAsync().ConfigureAwait(false)).Get<ISessionStore>();
        List<(SessionId Session, string When)> done = [];
        var session = default(SessionId);
        var kind = new EffectKind("ISessionStore.SaveAsync with a time to live of 1 s", () =>
        {
            session = SessionId.New();
            return new("", "", "")
            {
                PrepareAsync = _ => ValueTask.CompletedTask,
                CallAsync = token => store.SaveAsync(new(session, AgentId.New(), 1), token),
                FollowAsync = _ => ValueTask.CompletedTask,
                ObserveAsync = _ => new(""),
            };
        });
        foreach (var direction in Enum.GetValues<Direction>())
            await context.CutEverywhereAsync(kind, direction, Spread, (_, _, when) =>
            {
                done.Add((session, when));
                return ValueTask.CompletedTask;
            }).ConfigureAwait(false);
        foreach (var (one, when) in done)
            await Expect.EventuallyAsync(
                async () => await direct.LoadAsync(one, context.CancellationToken).ConfigureAwait(false) is null,
                s_patience,
                $"{when}: the session is still there after {s_patience.TotalSeconds} s, so it never expires; "
                + "a record and its time to live have to be one step",
                context.CancellationToken).ConfigureAwait(false);
    }
}
