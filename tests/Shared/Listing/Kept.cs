using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace StorageKit.Testing.Listing;

/// <summary>A store that keeps things under keys, whichever of the contracts it is.</summary>
/// <param name="Store">The store itself.</param>
/// <param name="KeyOf">The key of the thing of a number.</param>
/// <param name="PutAsync">Stores something under a key.</param>
/// <param name="RemoveAsync">Removes it; null when the contract cannot.</param>
internal sealed record Kept(
    object Store, Func<int, string> KeyOf, Func<string, Task> PutAsync, Func<string, Task>? RemoveAsync)
{
    internal const string Policies = "policy_store", Sessions = "session_store", Credentials = "credential_store";

    /// <summary>A tenant's store of a contract.</summary>
    internal static Kept Of(TenantStores stores, string contract)
    {
        switch (contract)
        {
            case Policies:
                var policies = stores.Get<IPolicyStore>();
                return new(
                    policies, i => AgentId.FromBytes(Id(i)).ToString(),
                    key => PutVersionsAsync((IPolicyWriter)policies, key), null);
            case Sessions:
                var sessions = stores.Get<ISessionStore>();
                return new(
                    sessions, i => SessionId.FromBytes(Id(i)).ToString(),
                    key => sessions.SaveAsync(new(SessionId.Parse(key), AgentId.New(), 1)).AsTask(),
                    key => sessions.DeleteAsync(SessionId.Parse(key)).AsTask());
            default:
                var credentials = stores.Get<ICredentialStore>();
                return new(
                    credentials, i => string.Create(CultureInfo.InvariantCulture, $"key {i}"),
                    key => credentials.PutSecretAsync(key, new byte[] { 1, 2, 3 }).AsTask(),
                    key => credentials.DeleteSecretAsync(key).AsTask());
        }
    }

    internal IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken = default) =>
        Assert.IsAssignableFrom<IKeyListing>(Store).ListKeysAsync(cancellationToken);

    /// <summary>All that is listed, in the ordinal order; as often as it is.</summary>
    internal async Task<List<string>> KeysAsync()
    {
        List<string> keys = [];
        await foreach (var key in ListAsync()) keys.Add(key);
        keys.Sort(StringComparer.Ordinal);
        return keys;
    }

    /// <summary>Stores the things of so many numbers.</summary>
    /// <returns>Their keys in the ordinal order.</returns>
    internal async Task<List<string>> FillAsync(int count)
    {
        List<string> keys = [.. Enumerable.Range(0, count).Select(KeyOf).Order(StringComparer.Ordinal)];
        await Parallel.ForEachAsync(
            keys, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (key, _) => await PutAsync(key));
        return keys;
    }

    // Spread over all first bytes, the highest among them.
    static byte[] Id(int i) => SHA256.HashData(Encoding.ASCII.GetBytes(i.ToString(CultureInfo.InvariantCulture)))[..16];

    // Of some there are several versions.
    static async Task PutVersionsAsync(IPolicyWriter policies, string key)
    {
        for (var version = key[0] == '0' ? 2U : 1U; version > 0; version--)
            await policies.PutPolicyAsync(AgentId.Parse(key), new(version, "p", []));
    }
}
