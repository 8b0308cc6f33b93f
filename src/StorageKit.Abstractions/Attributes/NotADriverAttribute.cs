namespace StorageKit;

/// <summary>Says that a class implements a contract without being a driver: a decorator, a test double. Silences
/// SK0001.</summary>
/// <example><code>[NotADriver] public sealed class CountingSink(IAuditSink inner) : IAuditSink { … }</code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NotADriverAttribute : Attribute;
