namespace StorageKit.Conformance.Wire;

/// <summary>The options of <c>[storage.wire]</c>.</summary>
[StorageOptions]
public sealed record WireOptions
{
    /// <summary>Where the server listens.</summary>
    public required string Host { get; init; }

    /// <summary>Its port.</summary>
    public required int Port { get; init; }

    /// <summary>How long a call may take, waiting for a connection included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a session stays after it was last saved; nothing expires without it.</summary>
    public TimeSpan? SessionTtl { get; init; }
}
