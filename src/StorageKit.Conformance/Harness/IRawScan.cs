namespace StorageKit.Conformance;

/// <summary>Probe: everything the backend keeps, as raw bytes (files, logs, temporary files).
/// <see cref="FolderScan"/> is one.</summary>
/// <remarks>Clauses look in it for secrets and payloads; what it leaves out is not searched.</remarks>
/// <example><code>
/// public IAsyncEnumerable&lt;ReadOnlyMemory&lt;byte>> ScanAsync(CancellationToken cancellationToken = default) =>
///     new FolderScan(server.Folder).ScanAsync(cancellationToken);
/// </code></example>
public interface IRawScan
{
    /// <summary>The content of every place where data rests, after what is buffered was written.</summary>
    IAsyncEnumerable<ReadOnlyMemory<byte>> ScanAsync(CancellationToken cancellationToken = default);
}
