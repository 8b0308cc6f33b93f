using System.Globalization;

namespace StorageKit.Tools;

public sealed partial class ToolHost
{
    const string CallsOf = "storagekit/tools/calls/";

    static void Check(ToolRateLimit limit)
    {
        ArgumentNullException.ThrowIfNull(limit.Counter);
        ArgumentOutOfRangeException.ThrowIfZero(limit.Calls);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit.Window, TimeSpan.Zero);
    }

    /// <summary>Counts a call.</summary>
    /// <returns>Why it is not let through; null when it is.</returns>
    async ValueTask<ToolResult?> CountAsync(
        ToolRateLimit limit, string agent, string tool, CancellationToken cancellationToken)
    {
        try
        {
            var calls = 0UL;
            await TimeLimit.RunAsync(
                async token => calls = await limit.Counter.IncrementAsync(CallsOf + agent, 1, limit.Window, token)
                    .ConfigureAwait(false),
                _options.CallTimeout, _options.Services.TimeProvider, cancellationToken).ConfigureAwait(false);
            return calls <= limit.Calls
                ? null
                : ToolResult.Failure(ToolOutcome.LimitExceeded, string.Create(
                    CultureInfo.InvariantCulture,
                    $"The call was not carried out: you have {limit.Calls} calls within "
                    + $"{limit.Window.TotalSeconds:0.#} s, and have used them. Wait, then go on with fewer calls."));
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            HostLog.CallFailed(_logger, tool, HostLog.ReasonOf(e));
            return ToolFailure.Of(e);
        }
    }
}
