using System.Globalization;
using StorageKit.Conformance;

namespace StorageKit.Specimens.Tests.Redis;

/// <summary>Lets the server's time go by: every end moves towards it.</summary>
internal sealed class RedisServerClock(PrivateRedis server) : IClockControl
{
    const string Advance = """
        for _, key in ipairs(redis.call('KEYS', 'aa:*')) do
          local left = redis.call('PTTL', key)
          if left >= 0 then redis.call('PEXPIRE', key, string.format('%.0f', left - tonumber(ARGV[1]))) end
        end
        return 0
        """;

    public async ValueTask AdvanceAsync(TimeSpan by, CancellationToken cancellationToken = default) =>
        await server.AskAsync(
            ["EVAL", Advance, "0", Math.Ceiling(by.TotalMilliseconds).ToString(CultureInfo.InvariantCulture)],
            cancellationToken);
}
