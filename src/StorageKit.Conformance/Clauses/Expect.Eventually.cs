using System.Diagnostics;

namespace StorageKit.Conformance;

public static partial class Expect
{
    static readonly TimeSpan s_pollEvery = TimeSpan.FromMilliseconds(1);

    /// <summary>The condition holds within the time, by the real clock; it is asked again and again until then, and a
    /// last time after it: on a busy machine one look may take long, and a look that began too early proves nothing.
    /// </summary>
    /// <param name="condition">What to wait for.</param>
    /// <param name="within">How long it may take; generous, because only a broken driver waits it out.</param>
    /// <param name="anomaly">What is wrong when it does not.</param>
    /// <param name="cancellationToken">The clause's token.</param>
    public static async ValueTask EventuallyAsync(
        Func<ValueTask<bool>> condition, TimeSpan within, string anomaly, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var start = Stopwatch.GetTimestamp();
        for (;;)
        {
            var isLast = Stopwatch.GetElapsedTime(start) >= within;
            if (await condition().ConfigureAwait(false)) return;
            That(!isLast, anomaly);
            await Task.Delay(s_pollEvery, cancellationToken).ConfigureAwait(false);
        }
    }
}
