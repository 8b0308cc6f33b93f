using System.Globalization;
using System.Net.Sockets;

namespace StorageKit.Redis;

/// <summary>Says in our terms what happened to a command. The server's own texts are left out but for the error's code,
/// because they may quote arguments.</summary>
internal static class RedisFailure
{
    internal static StorageException Unreachable(string server, SocketError error) => new(
        StorageErrorKind.Backend,
        $"cannot connect to redis at {server} ({error}); look at host and port, and whether the server runs",
        isTransient: true);

    internal static StorageException ConnectTimedOut(string server, TimeSpan timeout) => new(
        StorageErrorKind.Timeout,
        $"redis at {server} did not accept a connection within {Text(timeout)} (connect_timeout)");

    internal static StorageException TlsRefused(string server) => new(
        StorageErrorKind.Unauthorized,
        $"no encrypted connection to redis at {server}: the server's certificate is not trusted or not for this host, "
        + "or it wants one of ours; look at tls_ca_file, tls_cert_file and whether the port speaks TLS");

    internal static StorageException Lost(string server) => new(
        StorageErrorKind.Backend,
        $"the connection to redis at {server} was lost before the answer came; the operation may have been applied",
        isTransient: true);

    internal static StorageException Dropped(string server) => new(
        StorageErrorKind.Backend,
        $"redis at {server} accepts connections and drops them at once; look at its log. Nothing was sent",
        isTransient: true);

    internal static StorageException NotRedis(string server, string what) => new(
        StorageErrorKind.Backend,
        $"what listens at {server} does not answer as redis does: {what}; look at host, port and tls",
        isTransient: false);

    internal static StorageException Silent(string server, TimeSpan timeout) => new(
        StorageErrorKind.Timeout,
        $"redis at {server} did not answer within {Text(timeout)} (operation_timeout); "
        + "the operation may have been applied");

    internal static StorageException Unexpected(RedisReply reply) => new(
        StorageErrorKind.Backend,
        $"redis answered with {reply} where something else was expected", isTransient: false);

    internal static StorageException Damaged(string what) => new(
        StorageErrorKind.Serialization, $"{what} is damaged; write it again or remove its key");

    /// <summary>What an error reply means.</summary>
    /// <param name="code">Its first word.</param>
    /// <param name="what">The record that was asked for, as <see cref="Damaged"/> names it.</param>
    internal static StorageException Refused(string code, string what) => code switch
    {
        "WRONGTYPE" or "DAMAGED" => Damaged(what),
        "NOAUTH" or "WRONGPASS" => Unauthorized(code, "refused the login; look at username and password"),
        "NOPERM" => Unauthorized(code, "does not let this user run the command; give him the rights of the driver"),
        "OOM" => Backend(code, "has no memory left; raise its maxmemory", isTransient: true),
        "LOADING" => Backend(code, "is still loading its data", isTransient: true),
        "BUSY" => Backend(code, "is busy with somebody's script", isTransient: true),
        "TRYAGAIN" or "CLUSTERDOWN" or "MASTERDOWN" => Backend(code, "is reorganising itself", isTransient: true),
        "MISCONF" => Backend(
            code, "cannot write to its disk and takes no writes; free space there, and look at its log", isTransient: true),
        "READONLY" => Backend(code, "is a replica and takes no writes; connect to its master", isTransient: true),
        "MOVED" or "ASK" or "CROSSSLOT" => Backend(
            code, "is a node of a cluster; use a cluster-aware client through IRedisConnection", isTransient: false),
        _ => Backend(code, "refused the command", isTransient: false),
    };

    static StorageException Unauthorized(string code, string what) =>
        new(StorageErrorKind.Unauthorized, $"redis {what} ({code})");

    static StorageException Backend(string code, string what, bool isTransient) =>
        new(StorageErrorKind.Backend, code.Length == 0 ? $"redis {what}" : $"redis {what} ({code})", isTransient);

    static string Text(TimeSpan timeout) =>
        string.Create(CultureInfo.InvariantCulture, $"{timeout.TotalMilliseconds:0.###} ms");
}
