using System.Buffers;

namespace StorageKit.Redis;

/// <summary>Refuses what would make the driver useless.</summary>
internal static class OptionRanges
{
    const int LongestPrefix = 64;

    static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(1);

    static readonly SearchValues<char> PrefixCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.:");

    internal static void Check(RedisOptions options)
    {
        if (options.Host.Length == 0) throw Refused("host is empty; name the server");
        if (IsOut(options.ConnectTimeout)) throw Refused("connect_timeout must be longer than zero, and a day at most");
        if (IsOut(options.OperationTimeout))
            throw Refused("operation_timeout must be longer than zero, and a day at most");
        if (options.SessionTtl <= TimeSpan.Zero)
            throw Refused("session_ttl must be longer than zero; without it nothing expires");
        if (options.AgentTtl <= TimeSpan.Zero)
            throw Refused("agent_ttl must be longer than zero; without it nothing expires");
        if (options.PolicyTtl <= TimeSpan.Zero) throw Refused("policy_ttl must be longer than zero");
        if (options.KeyPrefix.Length is 0 or > LongestPrefix
            || options.KeyPrefix.AsSpan().ContainsAnyExcept(PrefixCharacters))
            throw Refused("key_prefix must be 1 to 64 letters, digits, '_', '-', '.' or ':'");
        if (options.Username is not null && options.Password is null)
            throw Refused("username without password: the server asks for both");
        if ((options.TlsCaFile ?? options.TlsCertFile ?? options.TlsKeyFile) is not null && !options.Tls)
            throw Refused("tls_ca_file, tls_cert_file and tls_key_file need tls = true");
        if (options.TlsCertFile is null != options.TlsKeyFile is null)
            throw Refused("tls_cert_file and tls_key_file need each other");
    }

    static bool IsOut(TimeSpan timeout) => timeout <= TimeSpan.Zero || timeout > LongestTimeout;

    static StorageException Refused(string what) =>
        new(StorageErrorKind.Backend, "[storage.redis] " + what, isTransient: false);
}
