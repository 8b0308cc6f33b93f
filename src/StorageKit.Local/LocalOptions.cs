using System.ComponentModel.DataAnnotations;

namespace StorageKit.Local;

/// <summary>The options of the driver <c>local</c>, as <c>[storage.local]</c> has them.</summary>
/// <example><code>
/// [storage.local]
/// path = "data/agents"
///
/// [storage.encryption]
/// active = "2026-11"
/// keys = { "2026-11" = "${STORAGE_KEY}" }      # openssl rand -base64 32
/// </code></example>
[StorageOptions]
public sealed record LocalOptions
{
    /// <summary>The folder that everything is kept below. It is made when it is not there, for this user only (0700);
    /// the folder that it is in must be there. It has to lie on a local disk, whose file locks work.</summary>
    public required string Path { get; init; }

    /// <summary>The length in bytes from which on a file of the audit log is followed by the next one: 1 KiB to
    /// 256 MiB.</summary>
    [Range(1024, 268_435_456)]
    public int SegmentSize { get; init; } = 67_108_864;

    /// <summary>How long a call waits for another process, or another opened section, that is writing in the same
    /// folder, before it fails with <see cref="StorageErrorKind.Timeout"/>. Zero or longer.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a session is kept after it was last saved; nothing expires when it is left out.</summary>
    public TimeSpan? SessionTtl { get; init; }

    /// <summary>Whether a second audit entry for the same place of a session's chain is refused
    /// (<see cref="StorageErrorKind.Conflict"/>).</summary>
    public bool EnforceChain { get; init; }

    /// <summary>Whether credentials may lie unencrypted in their files. With <c>[storage.encryption]</c> as well,
    /// unencrypted ones can still be read, and are sealed in the background, as all new ones are.</summary>
    public bool Plaintext { get; init; }
}
