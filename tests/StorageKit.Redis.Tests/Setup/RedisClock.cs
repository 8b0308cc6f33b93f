using System.Globalization;
using StorageKit.Conformance;

namespace StorageKit.Redis.Tests;

/// <summary>Lets the server's time go by for everything that ends. The server's clock itself cannot be moved, so in one
/// step all ends move towards it: by what is stored, and all that depends on time is an end, the two are the same.
/// </summary>
/// <remarks>Real time goes by, too: a clause sees ends a little earlier than it asked for.</remarks>
internal sealed class RedisClock(PrivateRedis server) : IClockControl, IAsyncDisposable
{
    const string Advance = """
        local by = tonumber(ARGV[1])
        for _, key in ipairs(redis.call('KEYS', '*')) do
          local left = redis.call('PTTL', key)
          if string.find(key, '^sk:agents:') then
            local all = redis.call('HGETALL', key)
            for i = 1, #all, 2 do
              local seen, ends = string.match(all[i + 1], '^(%d+ %d+) (%d+)$')
              if ends ~= '0' then
                redis.call('HSET', key, all[i], string.format('%s %.0f', seen, tonumber(ends) - by * 1000))
              end
            end
          end
          if left >= 0 then redis.call('PEXPIRE', key, string.format('%.0f', left - by)) end
        end
        """;

    readonly RawRedis _raw = new(server);

    public async ValueTask AdvanceAsync(TimeSpan by, CancellationToken cancellationToken = default) =>
        await _raw.AskAsync(
            "EVAL", Advance, "0", Math.Ceiling(by.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));

    public ValueTask DisposeAsync() => _raw.DisposeAsync();
}
