namespace StorageKit.Conformance;

/// <summary>Probe: everything the backend keeps, as raw bytes (files, logs, temporary files).</summary>
public interface IRawScan
{
    /// <summary>The content of every place where data rests, after what is buffered was written.</summary>
    IAsyncEnumerable<ReadOnlyMemory<byte>> ScanAsync(CancellationToken cancellationToken = default);
}
