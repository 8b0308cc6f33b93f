using System.Globalization;

namespace StorageKit.Cli.Audit;

/// <summary>Shows the end of a log.</summary>
internal sealed class AuditTail(SessionId? only, Func<AuditRecord, string> show, TextWriter output)
{
    internal const int Longest = 10_000;

    const long NanosecondsPerTick = 100;

    static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);

    internal static string Line(AuditRecord record) => string.Create(
        CultureInfo.InvariantCulture,
        $"{record.Position}  {TimeOf(record.Entry)}  {record.Entry.EventType}  agent {record.Entry.AgentId}  "
        + $"session {record.Entry.SessionId} #{record.Entry.Seq}");

    /// <returns>The exit code.</returns>
    internal async Task<int> RunAsync(IAuditLog log, int count, bool follow, CancellationToken cancellationToken)
    {
        var end = await AuditLogEnd.OfAsync(log, cancellationToken);
        var after = count == 0 ? end : await StartAsync(log, end, count, cancellationToken);
        while (true)
        {
            await foreach (var record in log.ReadAllAsync(after, cancellationToken: cancellationToken))
            {
                if (IsWanted(record)) await output.WriteLineAsync(show(record));
                after = record.Position;
            }
            await output.FlushAsync(cancellationToken);
            if (!follow) return Terminal.ExitCodes.Success;
            await Task.Delay(s_pause, cancellationToken);
        }
    }

    /// <summary>The position before the first record that is shown; a session's are looked for from the end.</summary>
    async Task<ulong> StartAsync(IAuditLog log, ulong end, int count, CancellationToken cancellationToken)
    {
        var (after, wanted) = (end, 0);
        while (after > 0 && wanted < count)
        {
            var step = Math.Min(after, only is null ? (ulong)(count - wanted) : 1000ul);
            var page = await log.ReadAsync(after - step, (int)step, cancellationToken);
            foreach (var record in page.Reverse())
            {
                after = record.Position - 1;
                if (IsWanted(record) && ++wanted == count) break;
            }
            if (page.Count == 0) break;
        }
        return after;
    }

    bool IsWanted(AuditRecord record) => only is not { } session || record.Entry.SessionId == session;

    // The clock of an entry is whatever its emitter says, so it may be beyond what .NET can show.
    static string TimeOf(AuditEntry entry)
    {
        var ticks = (long)(entry.TimestampNs / NanosecondsPerTick);
        return ticks <= DateTimeOffset.MaxValue.Ticks - DateTimeOffset.UnixEpoch.Ticks
            ? DateTimeOffset.UnixEpoch.AddTicks(ticks)
                .ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{entry.TimestampNs} ns");
    }
}
