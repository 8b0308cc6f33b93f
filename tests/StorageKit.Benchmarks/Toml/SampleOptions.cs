namespace StorageKit.Benchmarks.Toml;

#pragma warning disable SK0004 // A driver that is never opened: only its options are read.

/// <summary>The options of a driver: every type that there is.</summary>
[StorageOptions]
public sealed partial record SampleOptions
{
    public required string Host { get; init; }

    public int Port { get; init; } = 5432;

    public required string Database { get; init; }

    public required string Username { get; init; }

    [Secret]
    public string? Password { get; init; }

    public int MaxPoolSize { get; init; } = 10;

    public TimeSpan ConnectTimeout { get; init; }

    public TimeSpan CommandTimeout { get; init; }

    public TimeSpan? SessionTtl { get; init; }

    public SampleSsl Ssl { get; init; }

    public IReadOnlyList<string> Replicas { get; init; } = [];

    public bool EnforceChain { get; init; }

    public double SampleRate { get; init; }

    public Uri? Endpoint { get; init; }

    public string? Notes { get; init; }
}

public enum SampleSsl
{
    Off,
    VerifyFull,
}

/// <summary>The driver that has these options.</summary>
[StorageDriver("sample")]
public sealed class SampleAudit(SampleOptions options) : IAuditSink
{
    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException(options.Host);
}
