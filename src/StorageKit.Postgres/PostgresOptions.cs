using System.ComponentModel.DataAnnotations;

namespace StorageKit.Postgres;

/// <summary>The options of the driver <c>postgres</c>, as <c>[storage.postgres]</c> has them.</summary>
/// <remarks>Partial, so that the generated half keeps the password out of <c>ToString</c>.</remarks>
/// <example><code>
/// [storage.postgres]
/// host = "db.example.org"
/// database = "agents"
/// username = "agents"
/// password = "${PGPASSWORD}"
/// ssl_mode = "verify_full"
/// </code></example>
[StorageOptions]
public sealed partial record PostgresOptions : ILayoutOptions
{
    /// <summary>The server's name or address, or the directory of its Unix socket. PgBouncer in transaction mode is
    /// fine.</summary>
    public required string Host { get; init; }

    /// <summary>The server's TCP port.</summary>
    [Range(1, 65_535)]
    public int Port { get; init; } = 5432;

    /// <summary>The database; it must be there.</summary>
    public required string Database { get; init; }

    /// <summary>Who connects. To migrate, it must be allowed to create the schema and the runtime role; otherwise it
    /// only has to be a member of the runtime role.</summary>
    public required string Username { get; init; }

    /// <summary>The user's password; left out where the server asks for none.</summary>
    [Secret]
    public string? Password { get; init; }

    /// <summary>Whose tables are used: <c>native</c>, or <c>agent-assembly</c> to read those of Agent Assembly's Rust
    /// services, as docs/agent-assembly.md says.</summary>
    public PostgresLayout Layout { get; init; }

    IStoreLayout? ILayoutOptions.Layout =>
        Layout == PostgresLayout.AgentAssembly ? AgentAssemblyLayout.Instance : null;

    /// <summary>The schema that holds everything of this section; lower-case letters, digits and <c>_</c>.</summary>
    public string Schema { get; init; } = "storagekit";

    /// <summary>The role that every transaction takes on: it may not change or remove audit records and sees one tenant
    /// only, even when <see cref="Username"/> owns the tables or is a superuser.</summary>
    public string RuntimeRole { get; init; } = "storagekit_runtime";

    /// <summary>Whether opening creates the schema or brings an older one up to date. Where it does not, opening fails
    /// with the SQL to run.</summary>
    public bool Migrate { get; init; } = true;

    /// <summary>The most connections that the section holds; calls beyond wait for one.</summary>
    [Range(1, 1000)]
    public int MaxPoolSize { get; init; } = 20;

    /// <summary>How long a call waits for a connection. Longer than zero.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a call waits for the server's answer, before it fails with
    /// <see cref="StorageErrorKind.Timeout"/>. Longer than zero.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How the connection is encrypted: <c>disable</c>, <c>prefer</c>, <c>require</c>, <c>verify_ca</c> or
    /// <c>verify_full</c>.</summary>
    public PostgresSslMode SslMode { get; init; } = PostgresSslMode.Prefer;

    /// <summary>The file with the authority (PEM) that signed the server's certificate; the machine's own ones when it
    /// is left out.</summary>
    public string? RootCertificate { get; init; }

    /// <summary>How long a session is kept after it was last saved; nothing expires when it is left out.</summary>
    public TimeSpan? SessionTtl { get; init; }

    /// <summary>How long an agent counts as registered after its last sign of life; for ever when it is left
    /// out.</summary>
    public TimeSpan? AgentTtl { get; init; }

    /// <summary>Whether a second audit entry for the same place of a session's chain is refused
    /// (<see cref="StorageErrorKind.Conflict"/>).</summary>
    public bool EnforceChain { get; init; }

    /// <summary>Whether credentials may lie unencrypted in the database. With <c>[storage.encryption]</c> as well,
    /// unencrypted ones can still be read, and are sealed in the background, as all new ones are.</summary>
    public bool Plaintext { get; init; }

    /// <summary>Whether agents may run statements that read (<see cref="ISqlReader"/>), as
    /// <see cref="QueryUsername"/>.</summary>
    public bool Query { get; init; }

    /// <summary>The login of queries: one of its own that may read and nothing else, which opening looks at.</summary>
    public string? QueryUsername { get; init; }

    /// <summary>Its password; left out where the server asks for none.</summary>
    [Secret]
    public string? QueryPassword { get; init; }

    /// <summary>How long the server works on a query. Longer than zero.</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
