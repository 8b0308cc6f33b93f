using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance.Children;

/// <summary>Operation n emits entry n of one chain.</summary>
internal class EmitEntries : Workload
{
    readonly List<AuditEntry> _chain = [];
    AuditTrail? _trail;

    internal override async ValueTask<string> StepAsync(
        TenantStores stores, int index, CancellationToken cancellationToken)
    {
        await stores.Get<IAuditSink>().EmitAsync(Entry(stores.Tenant, index), cancellationToken).ConfigureAwait(false);
        return "";
    }

    internal override async ValueTask VerifyAsync(
        ClauseContext context, TenantStores stores, int acknowledged, string when)
    {
        var stored = await context.ReadAuditAsync(stores).ConfigureAwait(false);
        for (var i = 0; i < stored.Count; i++)
        {
            Expect.That(
                i <= acknowledged,
                $"{when} the log has {stored.Count} entries, {acknowledged} were acknowledged and one was under way");
            if (AuditFields.FirstDifference(Entry(stores.Tenant, i), stored[i]) is { } field)
                throw new ClauseViolationException(
                    $"{when} entry {i + 1} of {stored.Count} is not the one that was emitted: its {field} differs "
                    + $"({acknowledged} entries were acknowledged)");
        }
        Expect.That(
            stored.Count >= acknowledged,
            $"{when} {acknowledged - stored.Count} of {acknowledged} acknowledged entries are missing");
        var records = await context.ReadRecordsAsync(Chain(stores.Tenant, stored.Count), stores).ConfigureAwait(false);
        AuditExpectations.ExpectIntact(records, $"{when} the chain");
    }

    /// <summary>Entry n of the tenant's chain.</summary>
    internal AuditEntry Entry(TenantId tenant, int index)
    {
        _trail ??= new(AgentId.FromBytes(tenant.ToByteArray()), SessionId.FromBytes(tenant.ToByteArray()));
        while (_chain.Count <= index) _chain.Add(_trail.Next());
        return _chain[index];
    }

    IEnumerable<AuditEntry> Chain(TenantId tenant, int length) =>
        Enumerable.Range(0, length).Select(index => Entry(tenant, index));
}
