using System.Runtime.CompilerServices;
using StorageKit;

namespace DriverTemplate;

/// <summary>What is opened once for a section and shared by its stores and tenants: a pool, a file.
/// Thread-safe.</summary>
[StorageResource]
public sealed class Backend(Options options) : IDisposable
{
    volatile bool _isDisposed;

    /// <summary>Where everything is kept.</summary>
    public string Path { get; } = options.Path;

    /// <summary>What each call begins with.</summary>
    public void ThrowIfOver(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>What a member says until it is written.</summary>
    public StorageException NotWritten(TenantId tenant, [CallerMemberName] string member = "") => new(
        StorageErrorKind.Backend, $"{member} is not written yet, for tenant {tenant} in {Path}", isTransient: false);

    /// <inheritdoc/>
    public void Dispose() => _isDisposed = true;
}
