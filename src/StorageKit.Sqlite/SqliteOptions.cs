namespace StorageKit.Sqlite;

/// <summary>The options of the driver <c>sqlite</c>, as <c>[storage.sqlite]</c> has them.</summary>
/// <example><code>
/// [storage.sqlite]
/// path = "data/agents.db"
///
/// [storage.encryption]
/// active = "2026-11"
/// keys = { "2026-11" = "${STORAGE_KEY}" }      # openssl rand -base64 32
/// </code></example>
[StorageOptions]
public sealed record SqliteOptions
{
    /// <summary>The database file. It is created when it is not there, for this user only (0600); its directory must be
    /// there. Several processes may share it; <c>:memory:</c> is refused.</summary>
    public required string Path { get; init; }

    /// <summary>How long a write waits for another process that is writing, before it fails with
    /// <see cref="StorageErrorKind.Timeout"/>. Zero or longer.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a session is kept after it was last saved; nothing expires when it is left out.</summary>
    public TimeSpan? SessionTtl { get; init; }

    /// <summary>How long an agent counts as registered after its last sign of life; for ever when it is left
    /// out.</summary>
    public TimeSpan? AgentTtl { get; init; }

    /// <summary>Whether a second audit entry for the same place of a session's chain is refused
    /// (<see cref="StorageErrorKind.Conflict"/>).</summary>
    public bool EnforceChain { get; init; }

    /// <summary>Whether credentials may lie unencrypted in the file. With <c>[storage.encryption]</c> as well,
    /// unencrypted ones can still be read, and are sealed in the background, as all new ones are.</summary>
    public bool Plaintext { get; init; }
}
