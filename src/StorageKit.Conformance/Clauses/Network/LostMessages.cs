using StorageKit.Conformance.Exercises;
using StorageKit.Conformance.Faults;

namespace StorageKit.Conformance.Clauses;

/// <summary>Loses requests and replies at every border of a conversation, and in between.</summary>
internal static class LostMessages
{
    /// <summary>Calls again and again, each time with the connection cut at another byte.</summary>
    /// <param name="context">The clause's.</param>
    /// <param name="kind">What to call.</param>
    /// <param name="direction">Where the connection is cut.</param>
    /// <param name="spread">At how many places at least.</param>
    /// <param name="checkAsync">Told of each call, how it ended, and where it was cut; the backend has done by then
    /// what had reached it.</param>
    internal static async ValueTask CutEverywhereAsync(
        this ClauseContext context, EffectKind kind, Direction direction, int spread,
        Func<Effect, Exception?, string, ValueTask> checkAsync)
    {
        var conversation = await OverhearAsync(context, kind).ConfigureAwait(false);
        var length = conversation.Length(direction);
        foreach (var cut in conversation.Cuts(direction, spread))
        {
            var when = $"{kind.Name}, {(direction == Direction.Requests ? "request" : "reply")} lost "
                + $"after {cut} of {length} bytes";
            var effect = kind.New();
            await effect.PrepareAsync(context.CancellationToken).ConfigureAwait(false);
            context.Proxy.CutAfter(direction, cut);
            var error = await context.CallAsync(effect.CallAsync, when).ConfigureAwait(false);
            context.Proxy.Heal();
            await context.Proxy.SettleAsync(context.CancellationToken).ConfigureAwait(false);
            await checkAsync(effect, error, when).ConfigureAwait(false);
        }
    }

    /// <summary>A call that nothing happens to, for the length of its conversation on a connection in use.</summary>
    internal static async ValueTask<Conversation> OverhearAsync(ClauseContext context, EffectKind kind)
    {
        Conversation conversation = null!;
        for (var i = 0; i < 2; i++)
        {
            var effect = kind.New();
            await effect.PrepareAsync(context.CancellationToken).ConfigureAwait(false);
            conversation = context.Proxy.Overhear();
            if (await context.CallAsync(effect.CallAsync, kind.Name).ConfigureAwait(false) is { } error)
                throw new ClauseViolationException($"{kind.Name}: got {Thrown.Name(error)} without any fault");
        }
        context.RequireProxied();
        return conversation;
    }

    /// <summary>What is stored is what was before the call or what it makes; the latter, when it said so.</summary>
    internal static async ValueTask ExpectWholeAsync(
        this ClauseContext context, Effect effect, Exception? error, string when)
    {
        var stored = await effect.ObserveAsync(context.CancellationToken).ConfigureAwait(false);
        if (error is null)
            Expect.That(
                stored == effect.After,
                $"{when}: the call succeeded, so {effect.After} is expected, but stored is {stored}");
        Expect.That(
            stored == effect.Before || stored == effect.After,
            $"{when}: expected {effect.Before} (not applied) or {effect.After} (applied once), but stored is {stored}");
    }
}
