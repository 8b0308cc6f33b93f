using System.Collections.Concurrent;

namespace StorageKit.Conformance.Xunit.Suites;

/// <summary>What a suite's backend went through. A probe, so that the harness disposes it. Thread-safe.</summary>
public sealed class StartLog : IAsyncDisposable
{
    readonly ConcurrentQueue<string> _folders = new();
    readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int _disposals;

    /// <summary>The scope's folder at each start.</summary>
    public IReadOnlyCollection<string> Folders => _folders;

    /// <summary>How often it was disposed.</summary>
    public int Disposals => _disposals;

    /// <summary>Whether the folder was still there when it was disposed.</summary>
    public bool HadFolderAtTheEnd { get; private set; }

    /// <summary>Ends with the first disposal.</summary>
    public Task Disposed => _disposed.Task;

    /// <summary>Notes a start, and puts a file into the scope's folder.</summary>
    public void Started(SuiteScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        File.WriteAllText(Path.Combine(scope.Folder, "data"), scope.UniqueName);
        _folders.Enqueue(scope.Folder);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        HadFolderAtTheEnd = _folders.All(Directory.Exists);
        Interlocked.Increment(ref _disposals);
        _disposed.TrySetResult();
        return default;
    }
}
