using System.Runtime.CompilerServices;

namespace StorageKit.Conformance;

/// <summary>The probe for a driver that keeps files: every byte of every file in a folder and below it. Thread-safe.
/// </summary>
/// <remarks>A file is read while the driver has it open. On Unix, closing a file gives up the POSIX locks that this process
/// holds on it; so do not scan files that another process is changing at the same time.</remarks>
/// <param name="folder">The folder; no other program's files in it.</param>
/// <example><code>return new(section: $"path = '{scope.Folder}/acme.db'", new FolderScan(scope.Folder));</code></example>
public sealed class FolderScan(string folder) : IRawScan, IDataFolder
{
    /// <inheritdoc/>
    public string Path { get; } = System.IO.Path.GetFullPath(folder);

    /// <summary>One item for each file.</summary>
    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ScanAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var name in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            if (await ReadAsync(name, cancellationToken).ConfigureAwait(false) is { } content)
                yield return content;
    }

    static async ValueTask<byte[]?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var file = new FileStream(
                name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: false);
            await using (file.ConfigureAwait(false))
            {
                using var content = new MemoryStream();
                await file.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
                return content.ToArray();
            }
        }
        catch (FileNotFoundException)
        {
            return null; // The driver has removed it since: nothing rests there.
        }
    }
}
