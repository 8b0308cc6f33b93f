namespace StorageKit.Conformance.Tests.Mutants.Files;

/// <summary>A store over a table of files, one caller at a time.</summary>
/// <typeparam name="TTable">The table.</typeparam>
internal abstract class FileStore<TTable>(string folder) : IDisposable where TTable : FileTable
{
    readonly Lock _lock = new();
    readonly TTable _table = (TTable)Activator.CreateInstance(typeof(TTable), folder)!;

    protected ValueTask<T> Alone<T>(Func<FileTable, T> work)
    {
        lock (_lock) return new(work(_table));
    }

    protected ValueTask Alone(Action<FileTable> work)
    {
        lock (_lock) work(_table);
        return default;
    }

    public void Dispose() => _table.Dispose();
}
