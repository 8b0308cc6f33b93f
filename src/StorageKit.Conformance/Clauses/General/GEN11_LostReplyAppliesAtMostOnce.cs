using StorageKit.Conformance.Exercises;
using StorageKit.Conformance.Faults;

namespace StorageKit.Conformance.Clauses;

/// <summary>A lost reply does not make the driver do it again.</summary>
/// <remarks>Twice shows in a total or a log at once. Anywhere else it shows when the driver does it again after a later
/// call on the same thing: the later one has to win. A driver may repeat an idempotent call before it
/// answers.</remarks>
[Clause(
    "GEN-11", "An operation whose reply is lost is applied at most once.",
    Lane = Lane.Network, Needs = Needs.Endpoint)]
internal sealed class GEN11_LostReplyAppliesAtMostOnce : Clause
{
    const int Spread = 6;
    static readonly TimeSpan s_recovery = TimeSpan.FromSeconds(10);

    public override async ValueTask CheckAsync(ClauseContext context)
    {
        List<(Effect Effect, string When)> done = [];
        var direct = await context.OpenDirectAsync().ConfigureAwait(false);
        foreach (var kind in EffectCatalog.Of(context, direct))
            await context.CutEverywhereAsync(kind, Direction.Replies, Spread, async (effect, error, when) =>
            {
                await context.ExpectWholeAsync(effect, error, when).ConfigureAwait(false);
                await context.UntilSuccessAsync(effect.FollowAsync, s_recovery, $"{when}, the next call")
                    .ConfigureAwait(false);
                done.Add((effect, when));
                await ExpectFollowedAsync(context, effect, when).ConfigureAwait(false);
            }).ConfigureAwait(false);
        // And once more: what is repeated late has had its time.
        foreach (var (effect, when) in done) await ExpectFollowedAsync(context, effect, when).ConfigureAwait(false);
    }

    static async ValueTask ExpectFollowedAsync(ClauseContext context, Effect effect, string when)
    {
        var stored = await effect.ObserveAsync(context.CancellationToken).ConfigureAwait(false);
        Expect.That(
            stored == effect.Followed,
            $"{when}: a later call made it {effect.Followed}, but stored is {stored}: the lost one was applied again");
    }
}
