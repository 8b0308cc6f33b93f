using StorageKit;

namespace BrokenDriver;

/// <summary>An audit log whose writes nobody waits for.</summary>
[StorageDriver("hasty")]
public sealed class HastyAudit(HastyOptions options) : IAuditSink
{
    /// <inheritdoc/>
    public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        _ = File.AppendAllTextAsync(options.Path, entry.ToJson() + "\n", cancellationToken); // SK1010
        return default;
    }
}

/// <summary>The keys of a <c>[storage.hasty]</c> section.</summary>
[StorageOptions]
public sealed class HastyOptions
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }
}
