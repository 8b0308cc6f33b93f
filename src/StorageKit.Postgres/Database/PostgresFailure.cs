using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using Npgsql;

namespace StorageKit.Postgres;

/// <summary>Says in our terms what went wrong. The server's own text is left out, because it may hold values.</summary>
internal static class PostgresFailure
{
    /// <param name="thrown">What Npgsql threw.</param>
    /// <param name="database">The database's name in messages.</param>
    internal static Exception Of(Exception thrown, string database) => thrown switch
    {
        StorageException or ObjectDisposedException => thrown,
        PostgresException server => OfState(server.SqlState, database),
        // The pool is exhausted, or a connection was not made in time.
        NpgsqlException { InnerException: TimeoutException } or TimeoutException => TimedOut(
            database, "gave no connection within connect_timeout; look at the server, or raise max_pool_size"),
        NpgsqlException { InnerException: SocketException or IOException } or SocketException or IOException =>
            Unreachable(database),
        NpgsqlException { InnerException: AuthenticationException or CryptographicException }
            or AuthenticationException or CryptographicException => new StorageException(
            StorageErrorKind.Unauthorized,
            $"no encrypted connection to {database}: the server's certificate is not signed by an authority of "
            + "root_certificate, or not for this host (ssl_mode verify_full); look at both"),
        NpgsqlException => Unreachable(database),
        // Arguments were checked before; what does not fit here was read from the database.
        FormatException or ArgumentException or InvalidCastException or OverflowException => new StorageException(
            StorageErrorKind.Serialization,
            $"{database} holds a row that cannot be decoded; restore it from a backup"),
        _ => new StorageException(
            StorageErrorKind.Backend,
            $"the operation on {database} failed inside the driver ({thrown.GetType().Name})"),
    };

    internal static StorageException TimedOut(string database, string what) =>
        new(StorageErrorKind.Timeout, $"{database} {what}");

    static StorageException Unreachable(string database) => new(
        StorageErrorKind.Backend,
        $"{database} cannot be reached, or the connection broke; look at host, port, ssl_mode and the server",
        isTransient: true);

    static StorageException OfState(string code, string database)
    {
        var (kind, what, isTransient) = code switch
        {
            SqlState.QueryCanceled or SqlState.LockNotAvailable => (
                StorageErrorKind.Timeout, "did not end the operation within command_timeout; nothing was changed",
                true),
            _ when SqlState.IsUndoneByChance(code) => (
                StorageErrorKind.Backend, "undid the operation because of another one; try again", true),
            SqlState.InsufficientPrivilege => (
                StorageErrorKind.Unauthorized,
                "refuses this to the runtime role; it may read and append, and username must be a member of it", false),
            ['2', '8', ..] => (
                StorageErrorKind.Unauthorized, "refuses username or password, or this host in pg_hba.conf", false),
            SqlState.InvalidCatalogName => (StorageErrorKind.Backend, "does not exist; create it", false),
            SqlState.InvalidSchemaName or SqlState.UndefinedTable or SqlState.UndefinedFunction
                or SqlState.UndefinedObject => (
                StorageErrorKind.Backend, "lacks the schema or a part of it; open it with migrate = true", false),
            SqlState.ReadOnlyTransaction => (
                StorageErrorKind.Backend, "is read-only; set host to the primary server", true),
            SqlState.DiskFull => (StorageErrorKind.Backend, "has no room to grow; free space on its disk", true),
            SqlState.TooManyConnections => (
                StorageErrorKind.Backend, "has no connection left; lower max_pool_size or raise max_connections", true),
            ['5', '3', ..] => (StorageErrorKind.Backend, "is short of memory or another resource", true),
            ['0', '8', ..] or ['5', '7', ..] => (
                StorageErrorKind.Backend, "is starting, stopping, or lost the connection; try again", true),
            ['2', '2', ..] or ['5', '4', ..] => (
                StorageErrorKind.Backend, "cannot hold a value of this size or kind", false),
            ['2', '3', ..] => (StorageErrorKind.Conflict, "refused the operation by one of its constraints", false),
            _ => (StorageErrorKind.Backend, "refused the operation", false),
        };
        return new(kind, $"{database} {what} (SQLSTATE {code})", isTransient);
    }
}
