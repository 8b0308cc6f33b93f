namespace StorageKit;

/// <summary>What the member writes is never changed or removed again. On an interface: all its members.</summary>
/// <example><code>
/// [AppendOnly] ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default);
/// </code></example>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method, Inherited = false)]
public sealed class AppendOnlyAttribute : Attribute;
