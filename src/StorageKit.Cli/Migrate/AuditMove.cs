using System.Globalization;
using StorageKit.Cli.Audit;

namespace StorageKit.Cli.Migrate;

/// <summary>Moves a log: every entry as it is, in its order. What the target has is the beginning, so an interrupted
/// move goes on at its end.</summary>
internal sealed class AuditMove(IAuditSink from, IAuditSink to) : IMove
{
    const int PageSize = 1000;

    public string? Obstacle => (from, to) switch
    {
        (not IAuditLog, _) => "the source cannot be read back",
        (_, not IAuditLog) => "the target cannot be read back, so nobody could tell that it is empty",
        _ => null,
    };

    IAuditLog Source => (IAuditLog)from;

    IAuditLog Target => (IAuditLog)to;

    public async Task<bool> IsTargetEmptyAsync(CancellationToken cancellationToken) =>
        (await Target.ReadAsync(0, 1, cancellationToken)).Count == 0;

    public async Task CopyAsync(Action<long> copied, CancellationToken cancellationToken)
    {
        var after = await AuditLogEnd.OfAsync(Target, cancellationToken);
        while (await Source.ReadAsync(after, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            if (to is IAuditBatchSink batch)
                await batch.EmitBatchAsync([.. page.Select(record => record.Entry)], cancellationToken);
            else
                foreach (var record in page) await to.EmitAsync(record.Entry, cancellationToken);
            after = page[^1].Position;
            copied((long)after);
        }
    }

    public async Task<(long Count, string? Difference)> CompareAsync(CancellationToken cancellationToken)
    {
        var verification = new LogVerification(new Dictionary<SessionId, AuditCheckpoint>(), only: null);
        await using var source = Source.ReadAllAsync(cancellationToken: cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        await foreach (var record in Target.ReadAllAsync(cancellationToken: cancellationToken))
        {
            if (!await source.MoveNextAsync())
                return (verification.Count, "the target has more entries than the source");
            if (source.Current.Digest != record.Digest || !source.Current.Entry.Equals(record.Entry))
                return (verification.Count, string.Create(
                    CultureInfo.InvariantCulture, $"record {record.Position} is another one in the source"));
            verification.Add(record);
        }
        if (await source.MoveNextAsync()) return (verification.Count, "the source has more entries than the target");
        var broken = verification.Finish().Where(chain => !chain.Report.IsIntact).ToList();
        return (verification.Count, broken.Count == 0
            ? verification.Disorder
            : $"copied as it is, and as in the source {broken.Count} chains are broken; the first: {broken[0]}");
    }
}
