namespace StorageKit.Specimens.Tests.Running;

/// <summary>The contracts by their key in <c>[storage]</c>, for registrations that are written by hand.</summary>
internal static class Contract
{
    internal static ContractRegistration Audit { get; } = new("audit_sink", typeof(IAuditSink));

    internal static ContractRegistration Counter { get; } = new("rate_limit_counter", typeof(IRateLimitCounter));

    internal static ContractRegistration Sessions { get; } = new("session_store", typeof(ISessionStore));

    internal static ContractRegistration Credentials { get; } = new("credential_store", typeof(ICredentialStore));

    internal static ContractRegistration Policies { get; } = new("policy_store", typeof(IPolicyStore));

    internal static ContractRegistration Lifecycle { get; } = new("lifecycle_store", typeof(ILifecycleStore));

    /// <summary>A store class that serves one contract.</summary>
    internal static StoreRegistration Of<TStore>(
        ContractRegistration contract, Func<DriverScope, TStore> open, bool processLocal = false)
        where TStore : class =>
        new(typeof(TStore), [contract], (scope, _) => new(open(scope))) { ProcessLocal = processLocal };
}
