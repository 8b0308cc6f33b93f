using System.Diagnostics.CodeAnalysis;
using StorageKit.Conformance.Backends;

namespace StorageKit.Conformance;

/// <summary>What a suite gives to the code that starts its backend. Thread-safe.</summary>
/// <example>A program that certifies a driver by itself makes one of its own:
/// <code>
/// using var scope = new SuiteScope();
/// await using var harness = await PrivateRedis.HarnessAsync(scope, at => $"port = {at.Port}");
/// </code></example>
public sealed class SuiteScope : IDisposable
{
    const string Prefix = "storagekit-";
    readonly Lazy<DirectoryInfo> _folder = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory(Prefix);
        HostGuard.Watch(folder.FullName);
        return folder;
    });
    volatile bool _isDisposed;

    /// <summary>A name that no other run has: for a database, a schema, a key prefix.
    /// Lower-case letters and digits.</summary>
    public string UniqueName { get; } = "sk" + Guid.NewGuid().ToString("N")[..12];

    /// <summary>A folder for this suite alone; it is removed at the end, on Unix also when the test host is killed.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The suite has ended,
    /// or does not wait for its start any more.</exception>
    public string Folder
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return _folder.Value.FullName;
        }
    }

    /// <summary>The folder if anybody has asked for it.</summary>
    internal string? UsedFolder => _folder.IsValueCreated ? _folder.Value.FullName : null;

    /// <summary>Whether a path can be the folder of some suite.</summary>
    internal static bool IsFolder([NotNullWhen(true)] string? path) => path is not null
        && Path.GetFileName(path).StartsWith(Prefix, StringComparison.Ordinal)
        && Path.GetDirectoryName(path) == Path.TrimEndingDirectorySeparator(Path.GetTempPath());

    /// <summary>Removes the folder.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        if (_folder.IsValueCreated && _folder.Value.Exists) _folder.Value.Delete(recursive: true);
    }
}
