using StorageKit;

namespace BrokenDriver;

/// <summary>The registry has no <see cref="HttpClient"/> to give.</summary>
[StorageDriver("unbuildable")]
public sealed class UnbuildableAudit(
    HttpClient client) // SK0003
    : IAuditSink
{
    /// <inheritdoc/>
    public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        using var content = new StringContent(entry.ToJson());
        using var answer = await client.PostAsync(new Uri("/audit", UriKind.Relative), content, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
