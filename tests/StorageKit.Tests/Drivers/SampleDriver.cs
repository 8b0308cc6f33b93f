namespace StorageKit.Tests.Drivers;

/// <summary>Registrations as the generator would write them.</summary>
internal static class SampleDriver
{
    internal static IReadOnlyList<ContractRegistration> Six { get; } =
    [
        new("policy_store", typeof(IPolicyStore)),
        new("audit_sink", typeof(IAuditSink)),
        new("session_store", typeof(ISessionStore)),
        new("credential_store", typeof(ICredentialStore)),
        new("rate_limit_counter", typeof(IRateLimitCounter)),
        new("lifecycle_store", typeof(ILifecycleStore)),
    ];

    internal static ContractRegistration Contract(string kind) => Six.Single(contract => contract.Kind == kind);

    /// <summary>A driver of the six contracts that takes any option and, as every driver of the reference, needs its
    /// section.</summary>
    internal static DriverRegistration Reference(string name) => new(name)
    {
        RequiresSection = true,
        BindOptions = static _ => new object(),
        Stores = [Store([.. Six])],
    };

    /// <summary>A driver of the six contracts with options.</summary>
    internal static DriverRegistration WithOptions(string name, Func<SectionReader, object?> bind) =>
        new(name) { BindOptions = bind, Stores = [Store([.. Six])] };

    /// <summary>A driver without options that serves some contracts.</summary>
    internal static DriverRegistration Serving(string name, params string[] kinds) =>
        new(name) { Stores = [Store([.. kinds.Select(Contract)])] };

    static StoreRegistration Store(params ContractRegistration[] contracts) =>
        new(typeof(EmptyStore), contracts, static (_, _) => new(new EmptyStore()));
}
