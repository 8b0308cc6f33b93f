namespace StorageKit.Redis;

/// <summary>What is done to a tenant's agents, each as one step on one key. The key holds the agents whose ids begin
/// with the same byte, as fields <c>id: "registered last-seen end"</c>: microseconds of the server's clock, the end 0
/// where none is declared.</summary>
internal static class AgentScripts
{
    const string Now = """
        local time = redis.call('TIME')
        local now = time[1] * 1000000 + time[2]

        """;

    // ARGV: the agent, the time to live in milliseconds or 0.
    const string Write = """
        local function write(registered, seen)
          local ttl = tonumber(ARGV[2])
          local ends = '0'
          if ttl > 0 then ends = string.format('%.0f', now + ttl * 1000) end
          local before = redis.call('PTTL', KEYS[1])
          redis.call('HSET', KEYS[1], ARGV[1], string.format('%.0f %.0f ', registered, seen) .. ends)
          if ttl == 0 then
            redis.call('PERSIST', KEYS[1])
          elseif before ~= -1 and before < ttl then
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
          end
        end

        """;

    const string Parse = """
        local function parse(held)
          local registered, seen, ends = string.match(held, '^(%d+) (%d+) (%d+)$')
          if not registered then return nil end
          ends = tonumber(ends)
          return tonumber(registered), tonumber(seen), ends > 0 and ends <= now
        end

        """;

    const string Damaged = "redis.error_reply('DAMAGED registration')";

    /// <summary>Also removes a few that are over, of others.</summary>
    internal static RedisScript Register { get; } = new(Now + Write + Parse + """
        local seen = now
        local held = redis.call('HGET', KEYS[1], ARGV[1])
        if held then
          local _, before = parse(held)
          if before and before > seen then seen = before end
        end
        write(now, seen)
        local some = redis.call('HRANDFIELD', KEYS[1], 4, 'WITHVALUES')
        for i = 1, #some, 2 do
          local _, _, over = parse(some[i + 1])
          if over then redis.call('HDEL', KEYS[1], some[i]) end
        end
        return 1
        """);

    /// <summary>1, or 0 when the agent is not registered.</summary>
    internal static RedisScript Heartbeat { get; } = new(Now + Write + Parse + $"""
        local held = redis.call('HGET', KEYS[1], ARGV[1])
        if not held then return 0 end
        local registered, seen, over = parse(held)
        if not registered then return {Damaged} end
        if over then
          redis.call('HDEL', KEYS[1], ARGV[1])
          return 0
        end
        write(registered, math.max(seen, now))
        return 1
        """);

    /// <summary>When the agent was last seen, in microseconds; null when it is not registered.</summary>
    internal static RedisScript LastSeen { get; } = new(Now + Parse + $"""
        local held = redis.call('HGET', KEYS[1], ARGV[1])
        if not held then return false end
        local registered, seen, over = parse(held)
        if not registered then return {Damaged} end
        if over then return false end
        return string.format('%.0f', seen)
        """);

    /// <summary>Id, registered and last seen of each agent of the key, in turn and in no order.</summary>
    internal static RedisScript List { get; } = new(Now + Parse + $"""
        local all = redis.call('HGETALL', KEYS[1])
        local found = {"{}"}
        for i = 1, #all, 2 do
          local registered, seen, over = parse(all[i + 1])
          if not registered then return {Damaged} end
          if not over then
            found[#found + 1] = all[i]
            found[#found + 1] = string.format('%.0f', registered)
            found[#found + 1] = string.format('%.0f', seen)
          end
        end
        return found
        """);
}
