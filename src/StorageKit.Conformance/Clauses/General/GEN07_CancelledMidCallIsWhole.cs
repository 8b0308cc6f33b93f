using System.Diagnostics;
using StorageKit.Conformance.Exercises;
using StorageKit.Conformance.Faults;

namespace StorageKit.Conformance.Clauses;

/// <summary>A call that is cancelled while it runs ends soon and leaves no half effect.</summary>
/// <remarks>Every driver is cancelled at random moments. One with a proxy is cancelled besides while its request or its
/// reply is held back, at its beginning for all members at once and then at as many places of each conversation as
/// there is time for. Soon is 5 s: a driver may ask its backend to stop, and wait for the answer.</remarks>
[Clause(
    "GEN-07", "Cancelling a call that is under way ends it within its budget and leaves the state before or after it.",
    Lane = Lane.Network)]
internal sealed class GEN07_CancelledMidCallIsWhole : Clause
{
    const int Rounds = 10;
    const int Spread = 3;
    static readonly TimeSpan s_budget = TimeSpan.FromSeconds(5);
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(4);
    static readonly TimeSpan s_inFlight = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan s_later = TimeSpan.FromMilliseconds(200);

    public override async ValueTask CheckAsync(ClauseContext context)
    {
        var direct = await context.OpenDirectAsync().ConfigureAwait(false);
        var kinds = EffectCatalog.Of(context, direct);
        List<CancelledCall> calls = [];
        foreach (var kind in kinds)
            for (var i = 0; i < Rounds; i++)
                calls.Add(await CancelAtRandomAsync(context, kind).ConfigureAwait(false));
        // What a network has taken cannot be called back.
        if (!context.Driver.Registration.Stores.All(store => store.ProcessLocal))
            await Task.Delay(s_inFlight, context.CancellationToken).ConfigureAwait(false);
        foreach (var call in calls) await call.LookAsync(context).ConfigureAwait(false);
        if (context.HasProxy) await CancelHeldAsync(context, kinds, calls).ConfigureAwait(false);

        await Task.Delay(s_later, context.CancellationToken).ConfigureAwait(false);
        foreach (var call in calls) await call.LookAgainAsync(context).ConfigureAwait(false);
    }

    static async ValueTask<CancelledCall> CancelAtRandomAsync(ClauseContext context, EffectKind kind)
    {
        var call = new CancelledCall(kind, "cancelled at a random moment", CancelledCall.Effects.Any);
        await call.PrepareAsync(context).ConfigureAwait(false);
        call.Begin();
        var moment = TimeSpan.FromMicroseconds(context.Random.Next(300));
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < moment;) Thread.Yield();
        await call.CancelAsync(s_budget).ConfigureAwait(false);
        return call;
    }

    static async ValueTask CancelHeldAsync(
        ClauseContext context, IReadOnlyList<EffectKind> kinds, List<CancelledCall> calls)
    {
        await HoldAsync(
            context, Direction.Requests, 0,
            [.. kinds.Select(kind => new CancelledCall(
                kind, "cancelled before anything of its request had reached the backend", CancelledCall.Effects.None))],
            calls).ConfigureAwait(false);
        await HoldAsync(
            context, Direction.Replies, 0,
            [.. kinds.Select(kind => new CancelledCall(
                kind, "cancelled while its reply was held back", CancelledCall.Effects.Any))],
            calls).ConfigureAwait(false);
        var began = Stopwatch.GetTimestamp();
        foreach (var kind in kinds)
        {
            var conversation = await LostMessages.OverhearAsync(context, kind).ConfigureAwait(false);
            // Now, for both: the calls that follow are overheard, too.
            var places = Enum.GetValues<Direction>().SelectMany(direction => conversation.Cuts(direction, Spread).Select(
                cut => (Direction: direction, Cut: cut, Length: conversation.Length(direction)))).ToList();
            foreach (var (direction, cut, length) in places.Where(place => place.Cut > 0))
            {
                if (Stopwatch.GetElapsedTime(began) > s_patience) return;
                var what = direction == Direction.Requests ? "request" : "reply";
                var call = new CancelledCall(
                    kind, $"cancelled after {cut} of {length} bytes of its {what}", CancelledCall.Effects.Any);
                await HoldAsync(context, direction, cut, [call], calls).ConfigureAwait(false);
            }
        }
    }

    // Holds back what comes, cancels, and loses what was held back.
    static async ValueTask HoldAsync(
        ClauseContext context, Direction direction, long after, IReadOnlyList<CancelledCall> held,
        List<CancelledCall> calls)
    {
        foreach (var call in held) await call.PrepareAsync(context).ConfigureAwait(false);
        var gate = context.Proxy.HoldAfter(direction, after);
        foreach (var call in held) call.Begin();
        await Task.WhenAny(gate.Reached, Task.WhenAll(held.Select(call => call.Running)), Task.Delay(s_budget))
            .ConfigureAwait(false);
        // The first has come to the gate; for the others there is nothing to wait for.
        if (held.Count > 1) await Task.Delay(s_inFlight, context.CancellationToken).ConfigureAwait(false);
        var connections = context.Proxy.OpenNow();
        await Task.WhenAll(held.Select(call => call.CancelAsync(s_budget).AsTask())).ConfigureAwait(false);
        FaultProxy.Reset(connections);
        context.Proxy.Heal();
        await context.Proxy.SettleAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var call in held) await call.LookAsync(context).ConfigureAwait(false);
        calls.AddRange(held);
    }
}
