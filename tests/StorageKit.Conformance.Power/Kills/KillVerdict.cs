namespace StorageKit.Conformance.Power.Kills;

/// <summary>Compares a tenant's stores with what was acknowledged.</summary>
static class KillVerdict
{
    internal static async Task<Findings> OfAsync(
        TenantStores stores, IReadOnlyList<(string Lane, int Index)> acknowledged)
    {
        var found = await ReadableAsync(() => new AuditLanes().VerifyAsync(stores.Get<IAuditLog>(), acknowledged));
        foreach (var lane in RegisterLane.All.Where(lane => lane.IsOffered(stores)))
            found += await ReadableAsync(
                () => lane.VerifyAsync(stores, acknowledged.Count(one => one.Lane == lane.Name)));
        return found;
    }

    /// <summary>Asks for what was never written, lane by lane, and for an order that was not.</summary>
    /// <exception cref="InvalidOperationException">The verdict misses it: it is worth nothing.</exception>
    internal static async Task CheckItselfAsync(
        TenantStores stores, IReadOnlyList<(string Lane, int Index)> acknowledged)
    {
        foreach (var lane in acknowledged.GroupBy(one => one.Lane))
        {
            // The next write may have been under way; the ones after it cannot have been.
            var invented = Enumerable.Range(lane.Max(one => one.Index) + 1, 8).Select(index => (lane.Key, index));
            if (await OfAsync(stores, [.. acknowledged, .. invented]) is { Lost: 0 })
                throw new InvalidOperationException($"Writes of {lane.Key} that never were are not missed.");
        }
        var first = acknowledged.First(one => one is { Lane: "audit0", Index: 0 });
        var others = acknowledged.Where(one => one != first && one.Lane != "audit0");
        if (await OfAsync(stores, [.. others, first, .. acknowledged.Where(one => one is { Lane: "audit0", Index: > 0 })])
            is { Reordered: 0 })
            throw new InvalidOperationException("Another order of acknowledges is not missed.");
    }

    static async Task<Findings> ReadableAsync(Func<Task<Findings>> verify)
    {
        try
        {
            return await verify();
        }
        catch (StorageException e)
        {
            Console.WriteLine($"what is stored cannot be read: {e.Message}");
            return new() { HalfWritten = 1 };
        }
    }
}
