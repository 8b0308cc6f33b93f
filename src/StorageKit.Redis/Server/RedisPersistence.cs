using System.Text;

namespace StorageKit.Redis;

/// <summary>What the server keeps, by its own settings. The driver can only say so: persistence is the server's.
/// </summary>
/// <param name="Durability">Of an acknowledged write.</param>
/// <param name="MayEvict">Whether the server drops keys when its memory is full: counters, sessions and registrations
/// can then be lost while it runs. Null when it does not let us look.</param>
public sealed record RedisPersistence(RedisDurability Durability, bool? MayEvict)
{
    internal static RedisPersistence Unknown { get; } = new(RedisDurability.Unknown, null);

    /// <summary>Reads the settings. A server that refuses (many hosted ones do) is one of unknown durability.</summary>
    internal static async ValueTask<RedisPersistence> ReadAsync(
        IRedisConnection connection, CancellationToken cancellationToken)
    {
        Dictionary<string, string> settings = new(StringComparer.Ordinal);
        foreach (var pattern in new[] { "append*", "maxmemory*" })
        {
            var reply = await connection
                .SendAsync(
                    ["CONFIG"u8.ToArray(), "GET"u8.ToArray(), Encoding.ASCII.GetBytes(pattern)], cancellationToken)
                .ConfigureAwait(false);
            for (var i = 0; i + 1 < reply.Items.Count; i += 2)
                settings[Text(reply.Items[i])] = Text(reply.Items[i + 1]);
        }
        var durability = settings.GetValueOrDefault("appendonly") switch
        {
            null => RedisDurability.Unknown,
            "yes" when settings.GetValueOrDefault("appendfsync") == "always" => RedisDurability.OnAcknowledge,
            "yes" => RedisDurability.Delayed,
            _ => RedisDurability.None,
        };
        bool? mayEvict = settings.TryGetValue("maxmemory-policy", out var policy)
            ? policy != "noeviction" && settings.GetValueOrDefault("maxmemory") is not "0"
            : null;
        return new(durability, mayEvict);
    }

    static string Text(RedisReply reply) => Encoding.UTF8.GetString(reply.Text.Span);

    /// <summary>In words, for logs and health pages.</summary>
    public override string ToString()
    {
        var durability = Durability switch
        {
            RedisDurability.OnAcknowledge => "acknowledged writes are on the server's disk (appendfsync always)",
            RedisDurability.Delayed => "a crash can lose about the last second of acknowledged writes",
            RedisDurability.None => "a restart of the server can lose acknowledged writes (appendonly no)",
            _ => "the server does not tell whether it keeps acknowledged writes",
        };
        return MayEvict == true ? durability + "; it drops keys when its memory is full" : durability;
    }
}
