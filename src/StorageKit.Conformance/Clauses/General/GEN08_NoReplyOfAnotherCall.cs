using System.Diagnostics;
using StorageKit.Conformance.Faults;

namespace StorageKit.Conformance.Clauses;

/// <summary>A failed call does not spoil its connection for the next one.</summary>
/// <remarks>200 calls are cancelled or cut off while their replies are under way; 1,000 others, each with an answer of
/// its own, follow them at once, while those replies arrive. A driver that is slow to connect again has half of that.
/// </remarks>
[Clause(
    "GEN-08", "After a cancelled or failed call the same instance works and never answers with another call's reply.",
    Lane = Lane.Network, Needs = Needs.Endpoint, Stochastic = true)]
internal sealed class GEN08_NoReplyOfAnotherCall : Clause
{
    const int Batches = 20;
    const int FewestBatches = 10;
    const int SpoiltEach = 10;
    const int AskedEach = 50;
    const int Callers = 10;
    const int Retries = 3;
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(4);
    static readonly NetworkConditions s_slow =
        new() { Latency = TimeSpan.FromMilliseconds(8), Jitter = TimeSpan.FromMilliseconds(4) };

    public override async ValueTask CheckAsync(ClauseContext context)
    {
        var direct = await context.OpenDirectAsync().ConfigureAwait(false);
        var questions = Question.Of(context.Stores, direct);
        if (questions.Count == 0) return; // A sink alone answers nothing that could be mistaken.
        await context.CallEachAsync(
            Batches * (SpoiltEach + AskedEach),
            number => QuestionOf(number).PrepareAsync(number, context.CancellationToken)).ConfigureAwait(false);
        var began = Stopwatch.GetTimestamp();
        for (var batch = 0; batch < Batches; batch++)
        {
            if (batch >= FewestBatches && Stopwatch.GetElapsedTime(began) > s_patience) break;
            var first = (ulong)(1 + (batch * (SpoiltEach + AskedEach)));
            context.Proxy.Conditions = s_slow;
            // Every fourth batch loses a connection as well.
            if (batch % 4 == 3) context.Proxy.CutAfter(Direction.Replies, context.Random.Next(40));
            await Task.WhenAll(Enumerable.Range(0, SpoiltEach).Select(i =>
                SpoilAsync(context, QuestionOf(first + (ulong)i), first + (ulong)i))).ConfigureAwait(false);
            context.RequireProxied();
            // The gate has done its work, or nothing has come to it; the replies of before are still under way.
            context.Proxy.CutNothing();
            var next = (long)first + SpoiltEach - 1;
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
            {
                for (var i = 0; i < AskedEach / Callers; i++)
                {
                    var number = (ulong)Interlocked.Increment(ref next);
                    await ExpectOwnAsync(context, QuestionOf(number), number).ConfigureAwait(false);
                }
            })).ConfigureAwait(false);
        }

        Question QuestionOf(ulong number) => questions[(int)(number % (ulong)questions.Count)];
    }

    static async Task SpoilAsync(ClauseContext context, Question question, ulong number)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        var error = context.CallAsync(
            async _ => await question.AskAsync(number, source.Token).ConfigureAwait(false), question.Name).AsTask();
        int moment;
        lock (context.Random) moment = context.Random.Next(10);
        await Task.WhenAny(error, Task.Delay(moment, context.CancellationToken)).ConfigureAwait(false);
        await source.CancelAsync().ConfigureAwait(false);
        await error.ConfigureAwait(false);
    }

    // A driver may still hear of a lost connection by this call; an error is no wrong answer. Of an increment nobody
    // knows then whether to expect its effect, so it is not asked again.
    static async Task ExpectOwnAsync(ClauseContext context, Question question, ulong number)
    {
        var what = $"{question.Name} number {number}, after other calls were cancelled";
        var answer = "";
        Exception? error = null;
        for (var i = 0; i < Retries; i++)
        {
            error = await context.CallAsync(
                async token => answer = await question.AskAsync(number, token).ConfigureAwait(false), what)
                .ConfigureAwait(false);
            if (error is not StorageException) break;
            if (question.Name == Question.Increment) return;
        }
        Expect.That(
            error is null,
            $"{what}: got {Attempt.Name(error)}; the instance does not work any more, "
            + "or could not make sense of the reply of another call");
        Expect.That(
            answer == question.Expected(number),
            $"{what}: expected {question.Expected(number)}, got {answer}: the reply of another call");
    }
}
