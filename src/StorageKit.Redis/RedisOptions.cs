using System.ComponentModel.DataAnnotations;

namespace StorageKit.Redis;

/// <summary>The options of the driver <c>redis</c>, as <c>[storage.redis]</c> has them.</summary>
/// <remarks>Partial, so that the generated half keeps the password out of <c>ToString</c>.</remarks>
/// <example><code>
/// [storage.redis]
/// host = "redis.internal"
/// password = "${REDIS_PASSWORD}"
/// tls = true
/// agent_ttl = "90s"
/// </code></example>
[StorageOptions]
public sealed partial record RedisOptions : ILayoutOptions
{
    /// <summary>The server's name or address.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The server's TCP port.</summary>
    [Range(1, 65_535)]
    public int Port { get; init; } = 6379;

    /// <summary>The user to log in as; the server's default user when it is left out.</summary>
    public string? Username { get; init; }

    /// <summary>The user's password.</summary>
    [Secret]
    public string? Password { get; init; }

    /// <summary>The number of the logical database; Redis Cluster has only 0.</summary>
    [Range(0, 65_535)]
    public int Database { get; init; }

    /// <summary>Whether the connection is encrypted and the server's certificate checked for <see cref="Host"/>.
    /// </summary>
    public bool Tls { get; init; }

    /// <summary>A PEM file with the authorities that may have signed the server's certificate; the system's when it is
    /// left out.</summary>
    public string? TlsCaFile { get; init; }

    /// <summary>A PEM file with this client's certificate, for a server that asks for one.</summary>
    public string? TlsCertFile { get; init; }

    /// <summary>A PEM file with the unencrypted private key of <see cref="TlsCertFile"/>.</summary>
    public string? TlsKeyFile { get; init; }

    /// <summary>How long connecting and logging in may take. Longer than zero.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the server may take to answer; then the operation fails with
    /// <see cref="StorageErrorKind.Timeout"/> and the connection is replaced. Longer than zero. A call that has to
    /// connect first may take <see cref="ConnectTimeout"/> more.</summary>
    public TimeSpan OperationTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How the data lies on the server: <c>native</c>, or <c>agent-assembly</c> to stand beside Agent
    /// Assembly's Rust services on their data, as docs/agent-assembly.md says.</summary>
    public RedisLayout Layout { get; init; }

    IStoreLayout? ILayoutOptions.Layout =>
        Layout == RedisLayout.AgentAssembly ? AgentAssemblyLayout.Instance : null;

    /// <summary>What every key begins with: 1 to 64 letters, digits, <c>_</c>, <c>-</c>, <c>.</c> or <c>:</c>.
    /// </summary>
    public string KeyPrefix { get; init; } = "sk";

    /// <summary>How long a session is kept after it was last saved; nothing expires when it is left out.</summary>
    public TimeSpan? SessionTtl { get; init; }

    /// <summary>How long an agent counts as registered after its last sign of life; for ever when it is left
    /// out.</summary>
    public TimeSpan? AgentTtl { get; init; }

    /// <summary>The driver that keeps the policies, by its name; redis is then a cache in front of it. When it is left
    /// out, redis keeps them itself.</summary>
    public StoreReference<IPolicyStore>? PolicySource { get; init; }

    /// <summary>How long a policy of <see cref="PolicySource"/> may be answered from the cache when nobody invalidates
    /// it. Longer than zero.</summary>
    public TimeSpan PolicyTtl { get; init; } = TimeSpan.FromMinutes(5);
}
