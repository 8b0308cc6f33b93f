namespace StorageKit.Conformance.Clauses;

/// <summary>Tenants whose ids are almost the same: in one byte, or in how they are written before a key. What a driver
/// makes of an id that it cuts, hashes into a few bits or writes without its leading zeros is equal for them.</summary>
internal static class TenantNeighbours
{
    /// <summary>Each of two neighbours writes a key of its own, and sees only that.</summary>
    internal static async ValueTask CheckAsync(ClauseContext context)
    {
        var own = context.Tenant;
        for (var index = 0; index < 16; index += 5)
            await CheckAsync(context, own, "k", Changed(own, index), "k").ConfigureAwait(false);
        // 1 and "2k", 12 and "k": the same text, where nothing stands between a number and the key after it.
        await CheckAsync(context, Numbered(1), "2k", Numbered(0x12), "k").ConfigureAwait(false);
        await CheckAsync(context, Numbered(1), "8k", Numbered(18), "k").ConfigureAwait(false);
        await CheckAsync(context, TenantId.System, "k", own, "k").ConfigureAwait(false);
    }

    static async ValueTask CheckAsync(
        ClauseContext context, TenantId tenantA, string keyA, TenantId tenantB, string keyB)
    {
        var token = context.CancellationToken;
        var a = await context.Section.OpenTenantAsync(tenantA, token).ConfigureAwait(false);
        await using var ownedA = a.ConfigureAwait(false);
        var b = await context.Section.OpenTenantAsync(tenantB, token).ConfigureAwait(false);
        await using var ownedB = b.ConfigureAwait(false);
        // Nobody else's in the tenants that are not the clause's own.
        var unique = Guid.NewGuid().ToString("N");
        (keyA, keyB) = (keyA + unique, keyB + unique);
        var what = $"of tenant {tenantB} under the key {OddKeys.Name(keyB)}";
        var other = $"tenant {tenantA} wrote {OddKeys.Name(keyA)}";
        if (a.Find<ICredentialStore>() is { } secrets)
        {
            await secrets.PutSecretAsync(keyA, new byte[] { 1 }, token).ConfigureAwait(false);
            var read = await b.Get<ICredentialStore>().GetSecretAsync(keyB, token).ConfigureAwait(false);
            await secrets.DeleteSecretAsync(keyA, token).ConfigureAwait(false);
            Expect.That(read is null, $"TENANTS MEET: the secret {what}: expected null after {other}, got one");
        }
        if (a.Find<IRateLimitCounter>() is { } counter)
        {
            await counter.IncrementAsync(keyA, 1, TimeSpan.FromHours(1), token).ConfigureAwait(false);
            var total = await b.Get<IRateLimitCounter>().CurrentAsync(keyB, token).ConfigureAwait(false);
            await counter.ResetAsync(keyA, token).ConfigureAwait(false);
            Expect.That(total == 0, $"TENANTS MEET: the counter {what}: expected 0 after {other}, got {total}");
        }
        if (a.Find<IObjectStore>() is { } objects)
            await ObjectsAsync(objects, keyA, b.Get<IObjectStore>(), keyB, what, other, token).ConfigureAwait(false);
    }

    static async ValueTask ObjectsAsync(
        IObjectStore a, string keyA, IObjectStore b, string keyB, string what, string other, CancellationToken token)
    {
        await b.WriteAsync(keyB + "/own", new byte[] { 2 }, token).ConfigureAwait(false);
        await a.WriteAsync(keyA, new byte[] { 1 }, token).ConfigureAwait(false);
        try
        {
            var read = await b.ReadAsync(keyB, token).ConfigureAwait(false);
            Expect.That(read is null, $"TENANTS MEET: the object {what}: expected null after {other}, got one");
            await foreach (var found in a.ListAsync("", token).ConfigureAwait(false))
                Expect.That(
                    found.Key == keyA || !found.Key.EndsWith(keyB + "/own", StringComparison.Ordinal),
                    $"TENANTS MEET: a listing of the first of two tenants has the object "
                    + $"{OddKeys.Name(found.Key)}, which only the second one wrote");
        }
        finally
        {
            await a.DeleteAsync(keyA, token).ConfigureAwait(false);
            await b.DeleteAsync(keyB + "/own", token).ConfigureAwait(false);
        }
    }

    static TenantId Changed(TenantId tenant, int index)
    {
        var bytes = tenant.ToByteArray();
        bytes[index] ^= 1;
        return TenantId.FromBytes(bytes);
    }

    static TenantId Numbered(byte number)
    {
        var bytes = new byte[16];
        bytes[^1] = number;
        return TenantId.FromBytes(bytes);
    }
}
