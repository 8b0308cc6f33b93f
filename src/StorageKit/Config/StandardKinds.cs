namespace StorageKit;

/// <summary>The keys of the kit's contracts in the <c>[storage]</c> table, in the order in which they are
/// checked.</summary>
internal static class StandardKinds
{
    /// <summary>The six of the reference: a configuration names a driver for each.</summary>
    internal static readonly string[] Required =
    [
        "policy_store", "audit_sink", "session_store", "credential_store", "rate_limit_counter", "lifecycle_store",
    ];

    /// <summary>Ours: a configuration may leave it out.</summary>
    internal const string ObjectStore = "object_store";

    /// <summary>The kit's own section under <c>[storage]</c>, which is no driver's name.</summary>
    internal const string Encryption = "encryption";

    /// <summary>All, in the order in which they are checked.</summary>
    internal static IEnumerable<string> All => Required.Append(ObjectStore);

    internal static bool Contains(string key) => key == ObjectStore || Required.Contains(key);
}
