namespace StorageKit;

/// <summary>Makes a class a store of the named driver. The generator emits its registration, its factory wiring and the
/// manifest by which applications and suites find it. Several classes may carry one name: together they are the driver.
/// </summary>
/// <param name="name">The driver's name, as in TOML: <c>^[a-z][a-z0-9_-]{0,62}$</c>.</param>
/// <remarks>The constructor (the only one, or the one marked <see cref="StorageConstructorAttribute"/>), or a static
/// <c>OpenAsync</c>, may ask for the driver's <see cref="StorageOptionsAttribute">options</see> and
/// <see cref="StorageResourceAttribute">resources</see>, <see cref="TenantId"/>, <see cref="TimeProvider"/>,
/// <c>ILoggerFactory</c> and <c>ILogger&lt;T&gt;</c>; an <c>OpenAsync</c> for a <see cref="CancellationToken"/> as
/// well.</remarks>
/// <example><code>
/// [StorageDriver("acme")]
/// public sealed class AcmeCounter(AcmeConnection connection, TenantId tenant, TimeProvider time) : IRateLimitCounter {
/// … } </code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StorageDriverAttribute(string name) : Attribute
{
    /// <summary>The driver's name, as in TOML.</summary>
    public string Name { get; } = name;

    /// <summary>What this store keeps lives and dies with the opened section: it is neither durable nor shared between
    /// processes. Clauses about reopening and second instances are then not applicable.</summary>
    public bool ProcessLocal { get; init; }
}
