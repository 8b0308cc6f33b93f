using StorageKit.Conformance.Faults;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>One fault after another, while callers work: lost connections, requests and replies, refused connections;
/// and, once each, the backend stopped and killed, where the harness can.</summary>
internal static class NetworkTrouble
{
    static readonly TimeSpan s_first = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(15);

    /// <summary>Until it is cancelled. All is well again when it has ended. Each fault is marked in the
    /// history.</summary>
    internal static async Task RunAsync(ClauseContext context, HistoryRecorder recorder, CancellationToken until)
    {
        var random = context.RandomFor(-1);
        var control = context.Driver.Harness.Probe<IBackendControl>();
        var restart = control is null ? Task.CompletedTask : RestartAsync(control, recorder, context.CancellationToken);
        while (context.HasProxy && !until.IsCancellationRequested)
        {
            switch (random.Next(5))
            {
                case 0:
                    recorder.Moment("reset");
                    context.Proxy.ResetAll();
                    break;
                case 1:
                    using (recorder.Fault("refused"))
                    {
                        context.Proxy.Refuse();
                        await PauseAsync(s_short, until).ConfigureAwait(false);
                        context.Proxy.Heal();
                    }
                    break;
                case 2:
                    recorder.Moment("requests cut");
                    context.Proxy.CutAfter(Direction.Requests, random.Next(200));
                    break;
                default: // The one that leaves most to doubt.
                    recorder.Moment("replies cut");
                    context.Proxy.CutAfter(Direction.Replies, random.Next(100));
                    break;
            }
            await PauseAsync(TimeSpan.FromMilliseconds(random.Next(5, 40)), until).ConfigureAwait(false);
        }
        await restart.ConfigureAwait(false);
        if (!context.HasProxy) return;
        context.Proxy.Heal();
        context.Proxy.ResetAll(); // What is still under way gets there, or never.
        await context.Proxy.SettleAsync(context.CancellationToken).ConfigureAwait(false);
    }

    static async Task RestartAsync(IBackendControl control, HistoryRecorder recorder, CancellationToken token)
    {
        await Task.Delay(s_first, token).ConfigureAwait(false);
        using (recorder.Fault("backend stopped"))
        {
            await control.StopAsync(token).ConfigureAwait(false);
            await control.StartAsync(token).ConfigureAwait(false);
        }
        await Task.Delay(s_first, token).ConfigureAwait(false);
        using (recorder.Fault("backend killed"))
        {
            await control.KillAsync(token).ConfigureAwait(false);
            await control.StartAsync(token).ConfigureAwait(false);
        }
    }

    static Task PauseAsync(TimeSpan length, CancellationToken until) =>
        Task.WhenAny(Task.Delay(length, until));
}
