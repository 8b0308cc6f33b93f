using Microsoft.Extensions.Logging;

namespace StorageKit.Local;

/// <summary>A tenant's folder, named by its id, with a folder for each contract in it.</summary>
internal sealed class TenantFolder(string path, LocalOptions options, ILogger logger)
{
    internal AuditLog Audit { get; } = new(Path.Combine(path, "audit"), options, logger);

    internal RecordFolder Sessions { get; } = new(Path.Combine(path, "sessions"), options.BusyTimeout);

    internal RecordFolder Credentials { get; } = new(Path.Combine(path, "credentials"), options.BusyTimeout);

    internal RecordFolder Objects { get; } = new(Path.Combine(path, "objects"), options.BusyTimeout);
}
