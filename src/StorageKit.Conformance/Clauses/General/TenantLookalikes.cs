using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>Keys of the system tenant that are what another tenant's key would be if a driver put the tenant's id
/// before or after it. The system tenant is the one that a driver may have given no prefix at all.</summary>
internal static class TenantLookalikes
{
    const string Own = "k";
    static readonly string[] s_separators = ["", ":", "/", "|", ".", "_", "-", "\0"];

    /// <summary>The other tenant's key is written, then the system tenant's that look like it: it stays as it was.
    /// </summary>
    internal static async ValueTask CheckAsync(ClauseContext context)
    {
        var token = context.CancellationToken;
        var (other, stores) = (context.Tenant, context.Stores);
        var system = await context.Section.OpenTenantAsync(TenantId.System, token).ConfigureAwait(false);
        await using var owned = system.ConfigureAwait(false);
        string[] keys = [.. KeysLike(other)];
        if (stores.Find<ICredentialStore>() is { } secrets)
            await CheckAsync(
                new SecretRegister(secrets), new SecretRegister(system.Get<ICredentialStore>()), keys,
                nameof(ICredentialStore), token).ConfigureAwait(false);
        if (stores.Find<IObjectStore>() is { } objects)
            await CheckAsync(
                new ObjectRegister(objects), new ObjectRegister(system.Get<IObjectStore>()), keys,
                nameof(IObjectStore), token).ConfigureAwait(false);
        if (stores.Find<IRateLimitCounter>() is { } counter)
            await CheckAsync(
                new CounterRegister(counter), new CounterRegister(system.Get<IRateLimitCounter>()), keys,
                nameof(IRateLimitCounter), token).ConfigureAwait(false);
    }

    static async ValueTask CheckAsync(
        IRegister other, IRegister system, string[] keys, string contract, CancellationToken token)
    {
        await other.WriteAsync(Own, 1, token).ConfigureAwait(false);
        await other.WriteAsync("", 2, token).ConfigureAwait(false);
        try
        {
            await Task.WhenAll(keys.Select(key => system.WriteAsync(key, 3, token).AsTask())).ConfigureAwait(false);
            foreach (var (key, stamp) in new[] { (Own, 1ul), ("", 2ul) })
            {
                var read = await other.ReadAsync(key, token).ConfigureAwait(false);
                Expect.That(
                    read == stamp,
                    $"{contract}: key {OddKeys.Name(key)} of a tenant was written by the system tenant, under a key "
                    + "that contains that tenant's id");
            }
        }
        finally
        {
            // The system tenant is not the clause's own: nothing stays behind.
            await Task.WhenAll(keys.Select(key => system.DeleteAsync(key, token).AsTask())).ConfigureAwait(false);
        }
        Expect.That(
            await other.ReadAsync(Own, token).ConfigureAwait(false) == 1ul,
            $"{contract}: key {OddKeys.Name(Own)} of a tenant was deleted by the system tenant, under a key that "
            + "contains that tenant's id");
    }

    static IEnumerable<string> KeysLike(TenantId tenant)
    {
        string[] forms = [tenant.ToString(), tenant.ToHex(), tenant.ToString().ToUpperInvariant()];
        foreach (var form in forms)
            foreach (var separator in s_separators)
            {
                yield return form + separator;
                yield return form + separator + Own;
                yield return Own + separator + form;
            }
    }

    /// <summary>Counters as registers: what is written is the total after a reset.</summary>
    sealed class CounterRegister(IRateLimitCounter counter) : IRegister
    {
        public async ValueTask WriteAsync(string key, ulong stamp, CancellationToken cancellationToken)
        {
            await counter.ResetAsync(key, cancellationToken).ConfigureAwait(false);
            await counter.IncrementAsync(key, stamp, TimeSpan.FromHours(1), cancellationToken).ConfigureAwait(false);
        }

        public async ValueTask<OperationValue> ReadAsync(string key, CancellationToken cancellationToken) =>
            await counter.CurrentAsync(key, cancellationToken).ConfigureAwait(false);

        public ValueTask DeleteAsync(string key, CancellationToken cancellationToken) =>
            counter.ResetAsync(key, cancellationToken);
    }
}
