using System.Reflection;

namespace StorageKit.Conformance.Exercises;

/// <summary>One of the kit's own contracts, to be looked up without knowing it.</summary>
/// <param name="Kind">Its key in the <c>[storage]</c> table.</param>
/// <param name="Contract">Its interface.</param>
/// <param name="Find">The store that serves it, or null.</param>
/// <param name="Get">The store that a configuration selects for it.</param>
internal sealed record StandardContract(
    string Kind, Type Contract, Func<TenantStores, object?> Find, Func<SelectedStores, object> Get)
{
    /// <summary>All seven.</summary>
    internal static IReadOnlyList<StandardContract> All { get; } =
    [
        Of<IPolicyStore>(), Of<IAuditSink>(), Of<ISessionStore>(), Of<ICredentialStore>(), Of<IRateLimitCounter>(),
        Of<ILifecycleStore>(), Of<IObjectStore>(),
    ];

    /// <summary>Those that a driver is registered for.</summary>
    internal static IEnumerable<StandardContract> ServedBy(DriverUnderTest driver) =>
        All.Where(standard => driver.Serves(standard.Contract));

    static StandardContract Of<T>() where T : class => new(
        typeof(T).GetCustomAttribute<StorageContractAttribute>()!.Kind, typeof(T),
        static stores => stores.Find<T>(), static stores => stores.Get<T>());
}
