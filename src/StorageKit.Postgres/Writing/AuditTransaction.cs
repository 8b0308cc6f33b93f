using Npgsql;

namespace StorageKit.Postgres;

/// <summary>Stores a batch of emits of one tenant in one transaction, in their order, at the end of the log.</summary>
/// <remarks>A lock per tenant lets the writers of all services in one after the other, each for the time of its
/// transaction; so positions are given in commit order.</remarks>
internal sealed class AuditTransaction(PostgresOptions options, TenantId tenant)
{
    const string Append = """
        INSERT INTO audit (tenant, position, session, seq, entry_hash, digest, body)
        SELECT $1, log.length + row_number() OVER (ORDER BY n.place),
            n.session, n.seq, n.entry_hash, n.digest, n.body
        FROM (SELECT coalesce(max(position), 0) AS length FROM audit WHERE tenant = $1) AS log
        CROSS JOIN unnest($2, $3, $4, $5, $6) WITH ORDINALITY AS n (session, seq, entry_hash, digest, body, place)
        WHERE (
            SELECT a.position FROM audit AS a WHERE a.tenant = $1 AND a.entry_hash = n.entry_hash LIMIT 1) IS NULL
        ORDER BY n.place
        """;

    readonly TenantTransaction _transaction = new(options, tenant);
    readonly ChainHeads _heads = new(tenant);
    readonly Guid _tenant = new(tenant.ToByteArray(), bigEndian: true);
    readonly Statement _lock = new(
        "SELECT pg_advisory_xact_lock($1)", LockKey.Of("audit", options.Schema, tenant.ToString()));

    /// <returns>For each emit, why it was not stored; null when it was, or is since before.</returns>
    internal async Task<IReadOnlyList<StorageException?>> StoreAsync(
        NpgsqlConnection connection, IReadOnlyList<PendingEmit> batch, CancellationToken cancellationToken)
    {
        var failures = new StorageException?[batch.Count];
        if (!options.EnforceChain)
        {
            await _transaction.RunAsync(
                connection, [_lock, AppendOf(batch)], static (_, _) => Task.FromResult(0), cancellationToken)
                .ConfigureAwait(false);
            return failures;
        }
        var heads = await _transaction.BeginAsync(
            connection, [_lock, .. _heads.Of(batch)], _heads.ReadAsync, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < batch.Count; i++) failures[i] = heads.TryContinue(batch[i].Rows);
        var continued = batch.Where((_, i) => failures[i] is null);
        await TenantTransaction.EndAsync(connection, [AppendOf(continued)], cancellationToken).ConfigureAwait(false);
        return failures;
    }

    // An entry that is in the batch twice is stored at its first place.
    Statement AppendOf(IEnumerable<PendingEmit> batch)
    {
        var rows = batch.SelectMany(static emit => emit.Rows).DistinctBy(static row => row.Entry.EntryHash).ToArray();
        return new(
            Append, _tenant,
            Array.ConvertAll(rows, static row => row.Session),
            Array.ConvertAll(rows, static row => (decimal)row.Entry.Seq),
            Array.ConvertAll(rows, static row => row.EntryHash),
            Array.ConvertAll(rows, static row => row.Digest),
            Array.ConvertAll(rows, static row => row.Body));
    }
}
