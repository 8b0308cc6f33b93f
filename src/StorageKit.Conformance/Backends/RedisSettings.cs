namespace StorageKit.Conformance;

/// <summary>How a private Redis is started. Immutable.</summary>
/// <example><code>
/// var server = await PrivateRedis.StartAsync(
///     scope, at => $"port = {at.Port}\npassword = '{at.Password}'", new RedisSettings { Password = "not-a-secret" });
/// </code></example>
public sealed record RedisSettings
{
    /// <summary>The program; a name on the PATH, or a path (to Valkey's, for example).</summary>
    public string Program { get; init; } = "redis-server";

    /// <summary>Options of redis.conf by name, in place of the kit's: <c>appendonly = yes</c>,
    /// <c>appendfsync = always</c> and <c>save = ""</c>, so that what is acknowledged is on disk.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>What clients must authenticate with; empty for nothing.</summary>
    public string Password { get; init; } = "";

    /// <summary>How long it may take to answer; more than zero.</summary>
    public TimeSpan StartPatience { get; init; } = TimeSpan.FromSeconds(30);
}
