using System.Globalization;
using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance.Exercises;

/// <summary>The members of <see cref="IAuditSink"/>, <see cref="IAuditBatchSink"/> and
/// <see cref="IAuditLog"/>.</summary>
internal sealed class AuditExercises(IAuditSink store) : ContractExercises(store)
{
    readonly AuditEntry[] _chain = AuditSamples.Chain(4);
    readonly IAuditBatchSink? _batch = store as IAuditBatchSink;
    readonly IAuditLog? _log = store as IAuditLog;

    protected override IReadOnlyList<Exercise> Members =>
    [
        new("IAuditSink.EmitAsync", token => store.EmitAsync(_chain[1], token)),
        .. If(
            _batch, batch => new Exercise(
                "IAuditBatchSink.EmitBatchAsync", token => batch.EmitBatchAsync(_chain[1..], token))),
        .. If(
            _log, log => new Exercise(
                "IAuditLog.ReadAsync", async token => await log.ReadAsync(0, 10, token).ConfigureAwait(false))),
    ];

    protected override IReadOnlyList<Refusal> OtherRefusals =>
    [
        RefusesNull("IAuditSink.EmitAsync", token => store.EmitAsync(null!, token)),
        .. If(
            _batch, batch => RefusesNull(
                "IAuditBatchSink.EmitBatchAsync", token => batch.EmitBatchAsync(null!, token))),
        .. If(_batch, batch => RefusesNull(
            "IAuditBatchSink.EmitBatchAsync, an entry", token => batch.EmitBatchAsync([_chain[1], null!], token))),
        .. from log in If(_log, log => log)
           from limit in new[] { int.MinValue, 0, 10_001 }
           select new Refusal(
               $"IAuditLog.ReadAsync, limit {limit.ToString(CultureInfo.InvariantCulture)}",
               typeof(ArgumentOutOfRangeException),
               async token => await log.ReadAsync(0, limit, token).ConfigureAwait(false)),
    ];

    internal override ValueTask SeedAsync(CancellationToken cancellationToken) =>
        store.EmitAsync(_chain[0], cancellationToken);

    internal override async ValueTask<string> DescribeAsync(CancellationToken cancellationToken)
    {
        if (_log is null) return "a log that cannot be read";
        var count = 0;
        await foreach (var _ in _log.ReadAllAsync(cancellationToken: cancellationToken).ConfigureAwait(false)) count++;
        return string.Create(CultureInfo.InvariantCulture, $"{count} entries");
    }

    static TResult[] If<T, TResult>(T? ability, Func<T, TResult> create) where T : class =>
        ability is null ? [] : [create(ability)];
}
