using System.Globalization;
using System.Text;

namespace StorageKit.Redis;

public abstract partial class RedisStore : IDiagnosable
{
    /// <summary>Looks at the server's version, what it keeps and drops, the encryption of the connection and the clock.
    /// </summary>
    public async ValueTask<IReadOnlyList<BackendFinding>> DiagnoseAsync(
        TimeProvider clock, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clock);
        await CheckHealthAsync(cancellationToken).ConfigureAwait(false);
        var info = await SendAsync("the server", cancellationToken, "INFO"u8.ToArray(), "server"u8.ToArray())
            .ConfigureAwait(false);
        var before = clock.GetUtcNow();
        var time = await SendAsync("the server's clock", cancellationToken, "TIME"u8.ToArray()).ConfigureAwait(false);
        var seconds = long.Parse(Text(time.Items[0]), CultureInfo.InvariantCulture);
        var microseconds = long.Parse(Text(time.Items[1]), CultureInfo.InvariantCulture);
        var version = Text(info).Split('\n')
            .FirstOrDefault(line => line.StartsWith("redis_version:", StringComparison.Ordinal));
        return
        [
            new(BackendFindingLevel.Good, "version", $"Redis {version?.Split(':')[1].Trim() ?? "of unknown version"}"),
            Durability(Server.Persistence),
            Server.Persistence.MayEvict switch
            {
                false => new(BackendFindingLevel.Good, "memory", "no key is dropped when the memory is full"),
                true => new(
                    BackendFindingLevel.Bad, "memory", "keys are dropped when the memory is full: counters and "
                    + "sessions vanish", "set maxmemory-policy noeviction"),
                _ => new(
                    BackendFindingLevel.Notice, "memory", "the server does not tell whether it drops keys",
                    "ask who runs it for maxmemory-policy noeviction"),
            },
            Options.Tls
                ? new(BackendFindingLevel.Good, "encryption", "TLS")
                : new(
                    BackendFindingLevel.Notice, "encryption", "the connection is not encrypted",
                    "set tls = true, unless the network is this machine's own"),
            ClockFinding.Of(
                DateTimeOffset.FromUnixTimeSeconds(seconds).AddMicroseconds(microseconds), before, clock.GetUtcNow()),
        ];
    }

    static BackendFinding Durability(RedisPersistence persistence) => new(
        persistence.Durability switch
        {
            RedisDurability.OnAcknowledge => BackendFindingLevel.Good,
            RedisDurability.None => BackendFindingLevel.Bad,
            _ => BackendFindingLevel.Notice,
        },
        "persistence", (persistence with { MayEvict = null }).ToString(),
        persistence.Durability == RedisDurability.OnAcknowledge
            ? null
            : "set appendonly yes and appendfsync always, where what is acknowledged has to stay");

    static string Text(RedisReply reply) => Encoding.UTF8.GetString(reply.Text.Span);
}
