namespace StorageKit;

/// <summary>Disposes what was opened in the reverse order of opening, each once, all even if one fails.</summary>
internal sealed class DisposalStack : IAsyncDisposable
{
    readonly Lock _lock = new();
    readonly List<object> _opened = [];

    internal void Push(object opened)
    {
        lock (_lock) _opened.Add(opened);
    }

    internal void Remove(object opened)
    {
        lock (_lock) _opened.Remove(opened);
    }

    public async ValueTask DisposeAsync()
    {
        object[] opened;
        lock (_lock)
        {
            opened = [.. _opened];
            _opened.Clear();
        }
        List<Exception> failures = [];
        for (var i = opened.Length - 1; i >= 0; i--)
        {
            try
            {
                if (opened[i] is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync().ConfigureAwait(false);
                else (opened[i] as IDisposable)?.Dispose();
            }
            catch (Exception e)
            {
                failures.Add(e);
            }
        }
        if (failures.Count > 0) throw new AggregateException("A store or resource failed while it was disposed.", failures);
    }
}
