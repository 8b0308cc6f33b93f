namespace StorageKit;

/// <summary>The member reads and writes in one atomic step: no two callers see the same value before it.</summary>
/// <example><code>
/// [AtomicReadModifyWrite] ValueTask&lt;ulong&gt; IncrementAsync(string key, ulong amount, TimeSpan window);
/// </code></example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class AtomicReadModifyWriteAttribute : Attribute;
