namespace StorageKit.Tools;

/// <summary>A caller's token that also ends after a time. Dispose it when nobody uses the token any more.</summary>
internal sealed class TimeLimit : IDisposable
{
    readonly CancellationTokenSource _source;
    readonly CancellationTokenRegistration _caller;
    readonly CancellationToken _callersToken;

    internal TimeLimit(TimeSpan limit, TimeProvider time, CancellationToken caller)
    {
        _source = new(limit, time);
        _callersToken = caller;
        _caller = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
        Token = _source.Token;
    }

    internal CancellationToken Token { get; }

    /// <summary>Whether the time is over, and not the caller's patience.</summary>
    internal bool IsExceeded => Token.IsCancellationRequested && !_callersToken.IsCancellationRequested;

    /// <summary>Runs the work until its end, or until the limit if it does not end by itself.</summary>
    /// <exception cref="TimeoutException">The time is over. The work may go on.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    internal static async Task RunAsync(
        Func<CancellationToken, ValueTask> work, TimeSpan limit, TimeProvider time, CancellationToken caller)
    {
        var within = new TimeLimit(limit, time, caller);
        var running = within.ThenDisposeAsync(work);
        try
        {
            await running.WaitAsync(within.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (within.IsExceeded)
        {
            throw new TimeoutException();
        }
    }

    async Task ThenDisposeAsync(Func<CancellationToken, ValueTask> work)
    {
        try
        {
            await work(Token).ConfigureAwait(false);
        }
        finally
        {
            Dispose();
        }
    }

    public void Dispose()
    {
        _caller.Dispose();
        _source.Dispose();
    }
}
