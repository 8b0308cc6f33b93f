using Npgsql;

namespace StorageKit.Postgres;

/// <summary>Asks, under the log's lock, for what a batch's entries have to continue.</summary>
internal sealed class ChainHeads(TenantId tenant)
{
    // One result: the stored ones among the entries, then each session's last entry.
    const string Look = """
        SELECT true, a.session, a.seq, a.entry_hash
        FROM audit AS a WHERE a.tenant = $1 AND a.entry_hash = ANY ($2)
        UNION ALL
        SELECT false, s.session, h.seq, h.entry_hash FROM unnest($3) AS s (session)
        CROSS JOIN LATERAL (
            SELECT seq, entry_hash FROM audit WHERE tenant = $1 AND session = s.session
            ORDER BY position DESC LIMIT 1) AS h
        """;

    readonly Guid _tenant = new(tenant.ToByteArray(), bigEndian: true);

    internal IEnumerable<Statement> Of(IEnumerable<PendingEmit> batch)
    {
        var rows = batch.SelectMany(static emit => emit.Rows).ToArray();
        yield return new(
            Look, _tenant, Array.ConvertAll(rows, static row => row.EntryHash),
            rows.Select(static row => row.Session).Distinct().ToArray());
    }

    /// <summary>Reads the second result; the first one is the lock's.</summary>
    internal async Task<EnforcedChains> ReadAsync(NpgsqlDataReader row, CancellationToken cancellationToken)
    {
        await row.NextResultAsync(cancellationToken).ConfigureAwait(false);
        var chains = new EnforcedChains();
        while (await row.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var hash = Hash256.FromBytes(row.GetFieldValue<byte[]>(3));
            if (row.GetBoolean(0)) chains.AddStored(hash);
            else chains.SetHead(row.GetGuid(1), (ulong)row.GetDecimal(2), hash);
        }
        return chains;
    }
}
