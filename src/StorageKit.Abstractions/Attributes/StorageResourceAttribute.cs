namespace StorageKit;

/// <summary>Makes a class a resource of a driver (a connection pool, a database): opened once for each configured
/// section, shared by the driver's stores and by all tenants, disposed once after them.</summary>
/// <remarks>Built like a store, but without <see cref="TenantId"/>; a static
/// <c>ValueTask&lt;T&gt; OpenAsync(…, CancellationToken)</c> opens it asynchronously. It may ask for other resources.
/// </remarks>
/// <example><code>
/// [StorageResource]
/// public sealed class AcmeConnection(AcmeOptions options) : IAsyncDisposable { … }
/// </code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StorageResourceAttribute : Attribute;
