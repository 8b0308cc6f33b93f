namespace StorageKit;

/// <summary>
/// Says what a helper of the author's own does to stored state, so that the analyzers see through it. They do not look
/// into a method that says so. Without the attribute, a helper of the same project is followed, and another one counts
/// as unknown.
/// </summary>
/// <param name="kind">What the method does.</param>
/// <example><code>
/// [StorageEffect(StorageEffectKind.Overwrite, Key = nameof(key), Value = nameof(total))]
/// public Task PutAsync(string key, ulong total) =&gt; client.SendAsync("PUT", key, total);
/// </code></example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StorageEffectAttribute(StorageEffectKind kind) : Attribute
{
    /// <summary>What the method does.</summary>
    public StorageEffectKind Kind { get; } = kind;

    /// <summary>The parameter that names the place in the store; null when the object that is called is one
    /// place.</summary>
    public string? Key { get; init; }

    /// <summary>The parameter that is written; null when nothing is.</summary>
    public string? Value { get; init; }
}
