namespace StorageKit;

/// <summary>The contracts of the kit and their keys in the <c>[storage]</c> table, in the order in which they are
/// checked.</summary>
internal static class StandardContracts
{
    static readonly Type[] RequiredTypes =
    [
        typeof(IPolicyStore), typeof(IAuditSink), typeof(ISessionStore), typeof(ICredentialStore),
        typeof(IRateLimitCounter), typeof(ILifecycleStore),
    ];

    /// <summary>Ours: a configuration may leave it out.</summary>
    internal static readonly (string Kind, Type Contract) ObjectStore =
        (StandardKinds.ObjectStore, typeof(IObjectStore));

    /// <summary>All, in the order in which they are checked.</summary>
    internal static IEnumerable<(string Kind, Type Contract)> All =>
        StandardKinds.Required.Zip(RequiredTypes).Append(ObjectStore);
}
