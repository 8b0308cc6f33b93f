namespace StorageKit;

/// <summary>The contracts of the kit and their keys in the <c>[storage]</c> table, in the order in which they are
/// checked.</summary>
internal static class StandardContracts
{
    /// <summary>The six of the reference: a configuration names a driver for each.</summary>
    internal static readonly (string Kind, Type Contract)[] Required =
    [
        ("policy_store", typeof(IPolicyStore)),
        ("audit_sink", typeof(IAuditSink)),
        ("session_store", typeof(ISessionStore)),
        ("credential_store", typeof(ICredentialStore)),
        ("rate_limit_counter", typeof(IRateLimitCounter)),
        ("lifecycle_store", typeof(ILifecycleStore)),
    ];

    /// <summary>Ours: a configuration may leave it out.</summary>
    internal static readonly (string Kind, Type Contract) ObjectStore = ("object_store", typeof(IObjectStore));

    /// <summary>All, in the order in which they are checked.</summary>
    internal static IEnumerable<(string Kind, Type Contract)> All => Required.Append(ObjectStore);

    internal static bool IsKind(string key) => All.Any(contract => contract.Kind == key);
}
