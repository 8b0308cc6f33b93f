namespace StorageKit.Redis;

/// <summary>The adding of totals, as a part of a script.</summary>
internal static class CounterArithmetic
{
    /// <summary>Makes <c>total</c> of <c>held</c>, the text that is stored, and <c>ARGV[1]</c>; it saturates at 2^64-1.
    /// What is no total ends the script with an error.</summary>
    /// <remarks>Lua's numbers are doubles, exact to 2^53 only: longer totals are added in two halves of up to ten
    /// digits.</remarks>
    internal const string Add = """
        local max = '18446744073709551615'
        if type(held) ~= 'string' or not string.match(held, '^%d+$') or #held > 20 or (#held == 20 and held > max) then
          return redis.error_reply('DAMAGED counter')
        end
        local amount, total = ARGV[1], nil
        if #held <= 15 and #amount <= 15 then
          total = string.format('%.0f', tonumber(held) + tonumber(amount))
        else
          local low = tonumber(string.sub(held, -10)) + tonumber(string.sub(amount, -10))
          local high = (tonumber(string.sub(held, 1, -11)) or 0) + (tonumber(string.sub(amount, 1, -11)) or 0)
          if low >= 10000000000 then
            low = low - 10000000000
            high = high + 1
          end
          if high > 1844674407 or (high == 1844674407 and low > 3709551615) then
            total = max
          elseif high > 0 then
            total = string.format('%.0f%010.0f', high, low)
          else
            total = string.format('%.0f', low)
          end
        end
        """;
}
