using StorageKit;

namespace BrokenDriver;

/// <summary>Links each line of a file to the line before it, whoever else may be doing the same.</summary>
[StorageDriver("forking")]
public sealed class ForkingAudit(ForkingOptions options) : IAuditSink
{
    /// <inheritdoc/>
    public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        var last = (await File.ReadAllLinesAsync(options.Path, cancellationToken)).LastOrDefault(); // SK1014
        await File.AppendAllTextAsync(options.Path, $"{last?.GetHashCode()} {entry.ToJson()}\n", cancellationToken);
    }
}

/// <summary>The keys of a <c>[storage.forking]</c> section.</summary>
[StorageOptions]
public sealed class ForkingOptions
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }
}
