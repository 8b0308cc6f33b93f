using System.Diagnostics;
using System.Net.Sockets;
using Npgsql;

namespace StorageKit.Postgres;

/// <summary>Calls to the server: on a connection from the pool, within the time-outs, with errors in our terms, and
/// repeated only where a repetition changes nothing.</summary>
internal sealed class ServerCalls(NpgsqlDataSource pool, PostgresOptions options, string database) : IAsyncDisposable
{
    const int Attempts = 3;

    readonly CallGate _gate = new();

    /// <summary>Calls the server.</summary>
    /// <param name="work">Uses the connection, and keeps nothing of it.</param>
    /// <param name="mayRepeat">Whether it may be done again when nobody knows what became of it: it only reads, or the
    /// second time has no effect.</param>
    /// <param name="cancellationToken">Ends the call at once; its connection is given up.</param>
    /// <exception cref="ObjectDisposedException">The end has begun.</exception>
    internal async Task<T> RunAsync<T>(
        Func<NpgsqlConnection, CancellationToken, Task<T>> work, bool mayRepeat, CancellationToken cancellationToken)
    {
        Enter();
        try
        {
            return await RunWithinAsync(work, mayRepeat, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Holds up the end until <see cref="Leave"/>.</summary>
    /// <exception cref="ObjectDisposedException">The end has begun.</exception>
    internal void Enter() => _gate.Enter();

    internal void Leave() => _gate.Leave();

    /// <summary>As <see cref="RunAsync"/>, for somebody who has entered.</summary>
    internal async Task<T> RunWithinAsync<T>(
        Func<NpgsqlConnection, CancellationToken, Task<T>> work, bool mayRepeat, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var began = Stopwatch.GetTimestamp();
            for (var attempt = 1;; attempt++)
            {
                try
                {
                    return await AttemptAsync(work, cancellationToken).ConfigureAwait(false);
                }
                catch (NpgsqlException e) when (
                    attempt < Attempts && Stopwatch.GetElapsedTime(began) < options.ConnectTimeout
                    && CanRepeat(e, mayRepeat))
                {
                    // On another connection: a broken one has left the pool, and all older ones with it.
                }
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var failure = PostgresFailure.Of(e, database);
            if (ReferenceEquals(failure, e)) throw;
            throw failure;
        }
    }

    async Task<T> AttemptAsync<T>(
        Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var isConnected = false;
        try
        {
            limit.CancelAfter(options.ConnectTimeout);
            var connection = await pool.OpenConnectionAsync(limit.Token).ConfigureAwait(false);
            await using var owned = connection.ConfigureAwait(false);
            isConnected = true;
            limit.CancelAfter(options.CommandTimeout);
            return await work(connection, limit.Token).ConfigureAwait(false);
        }
        catch (NpgsqlException e) when (isConnected && IsLoss(e))
        {
            PostgresTelemetry.Driver.ConnectionLost();
            throw;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            throw PostgresFailure.TimedOut(
                database,
                isConnected
                    ? "did not answer within command_timeout; the operation may have been applied"
                    : "gave no connection within connect_timeout; nothing was changed");
        }
    }

    static bool CanRepeat(NpgsqlException thrown, bool mayRepeat) => thrown is PostgresException server
        ? SqlState.IsUndoneByChance(server.SqlState) || (mayRepeat && SqlState.IsConnectionEnd(server.SqlState))
        : mayRepeat && thrown.InnerException is IOException or SocketException;

    static bool IsLoss(NpgsqlException thrown) => thrown is PostgresException server
        ? SqlState.IsConnectionEnd(server.SqlState)
        : thrown.InnerException is IOException or SocketException;

    /// <summary>Lets the calls under way end, and closes the connections. May be called again.</summary>
    public async ValueTask DisposeAsync()
    {
        await _gate.CloseAsync().ConfigureAwait(false);
        await pool.DisposeAsync().ConfigureAwait(false);
    }
}
