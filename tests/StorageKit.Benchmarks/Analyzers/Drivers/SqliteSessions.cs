using Microsoft.Data.Sqlite;
using StorageKit;

namespace Drivers.NNumber;

[StorageDriver("sqlite-sessions-Number")]
public sealed class SqliteSessionsNumber(SqliteSessionsNumber.Options options) : ISessionStore
{
    [StorageOptions]
    public sealed class Options
    {
        public required string Path { get; init; }
    }

    public async ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        const string sql = """
            INSERT INTO session (id, agent, started) VALUES ($id, $agent, $started)
            ON CONFLICT (id) DO UPDATE SET agent = excluded.agent, started = excluded.started
            """;
        await RunAsync(
            sql,
            command =>
            {
                command.Parameters.AddWithValue("$id", session.SessionId.ToString());
                command.Parameters.AddWithValue("$agent", session.AgentId.ToString());
                command.Parameters.AddWithValue("$started", unchecked((long)session.StartedAtNs));
                return command.ExecuteNonQuery();
            },
            cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) =>
        RunAsync(
            "SELECT agent, started FROM session WHERE id = $id",
            command =>
            {
                command.Parameters.AddWithValue("$id", session.ToString());
                using var reader = command.ExecuteReader();
                return reader.Read()
                    ? new SessionRecord(session, AgentId.Parse(reader.GetString(0)), (ulong)reader.GetInt64(1))
                    : null;
            },
            cancellationToken);

    public async ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await RunAsync(
                    "DELETE FROM session WHERE id = $id",
                    command =>
                    {
                        command.Parameters.AddWithValue("$id", session.ToString());
                        return command.ExecuteNonQuery();
                    },
                    cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (StorageException e) when (e.IsTransient && tries < 2)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10 << tries), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    async ValueTask<T> RunAsync<T>(string sql, Func<SqliteCommand, T> run, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new SqliteConnection($"Data Source={options.Path}");
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            return run(command);
        }
        catch (SqliteException e)
        {
            throw new StorageException(StorageErrorKind.Backend, $"sqlite: {e.SqliteErrorCode}", isTransient: true);
        }
    }
}
