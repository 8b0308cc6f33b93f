namespace StorageKit.Cli.Migrate;

/// <summary>How each contract is moved.</summary>
internal static class Moves
{
    /// <summary>The contracts in the order in which they are moved: the log, which is the longest, last.</summary>
    internal static IReadOnlyList<string> Kinds { get; } =
    [
        "policy_store", "session_store", "credential_store", "lifecycle_store", "object_store", "rate_limit_counter",
        "audit_sink",
    ];

    internal static IMove Of(string kind, SelectedStores from, SelectedStores to) => kind switch
    {
        "policy_store" => new KeyedMove(
            KeyedSides.Of(from.Get<IPolicyStore>()), KeyedSides.Of(to.Get<IPolicyStore>())),
        "session_store" => new KeyedMove(
            KeyedSides.Of(from.Get<ISessionStore>()), KeyedSides.Of(to.Get<ISessionStore>())),
        "credential_store" => new KeyedMove(
            KeyedSides.Of(from.Get<ICredentialStore>()), KeyedSides.Of(to.Get<ICredentialStore>())),
        "lifecycle_store" => new KeyedMove(
            KeyedSides.Of(from.Get<ILifecycleStore>()), KeyedSides.Of(to.Get<ILifecycleStore>())),
        "object_store" => new KeyedMove(
            KeyedSides.Of(from.Get<IObjectStore>()), KeyedSides.Of(to.Get<IObjectStore>())),
        "rate_limit_counter" => new CounterMove(from.Get<IRateLimitCounter>(), to.Get<IRateLimitCounter>()),
        _ => new AuditMove(from.Get<IAuditSink>(), to.Get<IAuditSink>()),
    };
}
