namespace StorageKit;

/// <summary>Calling the member twice leaves the same state as calling it once, and the second call succeeds.</summary>
/// <example><code>[Idempotent] ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default);</code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class IdempotentAttribute : Attribute;
