using StorageKit;

namespace BrokenDriver;

/// <summary>An audit log that says so on the console when it cannot be written, and nowhere else.</summary>
[StorageDriver("carefree")]
public sealed class CarefreeAudit(CarefreeOptions options) : IAuditSink
{
    /// <inheritdoc/>
    public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        try
        {
            await File.AppendAllTextAsync(options.Path, entry.ToJson() + "\n", cancellationToken);
        }
        catch (Exception e) // SK1011
        {
            Console.Error.WriteLine(e.Message);
        }
    }
}

/// <summary>The keys of a <c>[storage.carefree]</c> section.</summary>
[StorageOptions]
public sealed class CarefreeOptions
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }
}
