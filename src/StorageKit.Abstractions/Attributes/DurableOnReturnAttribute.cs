namespace StorageKit;

/// <summary>When the member returns, its effect survives a crash, in every driver that does not say
/// <see cref="StorageDriverAttribute.ProcessLocal"/>.</summary>
/// <example><code>[DurableOnReturn] ValueTask SaveAsync(SessionRecord session);</code></example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class DurableOnReturnAttribute : Attribute;
