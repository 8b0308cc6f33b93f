using System.ComponentModel.DataAnnotations;

namespace StorageKit.Sqlite;

/// <summary>The options of the driver <c>outbox</c>, as <c>[storage.outbox]</c> has them.</summary>
/// <example><code>
/// [storage]
/// audit_sink = "outbox"
///
/// [storage.outbox]
/// target = "postgres"
/// path = "data/outbox.db"
/// capacity = 100000
/// </code></example>
[StorageOptions]
public sealed record OutboxOptions
{
    readonly StoreReference<IAuditSink> _target = null!;

    /// <summary>The driver that the entries are for, by its name. It may be away when the outbox is opened.</summary>
    public required StoreReference<IAuditSink> Target
    {
        get => _target;
        // A service that is restarted in an outage has to come up, and to record.
        init => _target = value.OpenedLate();
    }

    /// <summary>The file in which entries wait. It is created when it is not there, for this user only (0600); its
    /// directory must be there, on a local disk. Several processes may share it.</summary>
    public required string Path { get; init; }

    /// <summary>How many entries the file may hold, of all tenants together, waiting and set aside. With that many, an
    /// emit fails; nothing is ever dropped.</summary>
    [Range(1, 1_000_000_000)]
    public long Capacity { get; init; } = 100_000;

    /// <summary>How long the target may take over a call before it counts as away. Longer than zero, an hour at most.
    /// </summary>
    public TimeSpan TargetTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause before a target that is away is tried again; the first ones are shorter. Longer than
    /// zero, an hour at most.</summary>
    public TimeSpan RetryInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a write to the file waits for another process that is writing, before it fails with
    /// <see cref="StorageErrorKind.Timeout"/>. Zero or longer.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    internal void CheckRanges()
    {
        if (IsOut(TargetTimeout)) throw Refused("target_timeout must be longer than zero, and an hour at most");
        if (IsOut(RetryInterval)) throw Refused("retry_interval must be longer than zero, and an hour at most");
        if (BusyTimeout < TimeSpan.Zero) throw Refused("busy_timeout must be zero or longer");
        if (Capacity < 1) throw Refused("capacity must be at least 1");
    }

    static bool IsOut(TimeSpan time) => time <= TimeSpan.Zero || time > TimeSpan.FromHours(1);

    static StorageException Refused(string what) => new(StorageErrorKind.Backend, "[storage.outbox] " + what);
}
