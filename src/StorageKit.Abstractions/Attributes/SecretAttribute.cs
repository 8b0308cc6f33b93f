namespace StorageKit;

/// <summary>The value is never printed: not in an error, a log, a trace or <c>ToString</c>. On an option, the TOML
/// value may be <c>"${NAME}"</c> (an environment variable) or <c>"file:PATH"</c> (a file's text without its last line
/// end).</summary>
/// <example><code>[Secret] public string? Password { get; init; }</code></example>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property, Inherited = false)]
public sealed class SecretAttribute : Attribute;
