namespace StorageKit.Sqlite;

/// <summary>Refuses durations that would make a store useless.</summary>
internal static class OptionRanges
{
    internal static void Check(SqliteOptions options)
    {
        if (options.BusyTimeout < TimeSpan.Zero) throw Refused("busy_timeout must be zero or longer");
        if (options.SessionTtl <= TimeSpan.Zero)
            throw Refused("session_ttl must be longer than zero; without it nothing expires");
        if (options.AgentTtl <= TimeSpan.Zero)
            throw Refused("agent_ttl must be longer than zero; without it nothing expires");
    }

    static StorageException Refused(string what) => new(StorageErrorKind.Backend, "[storage.sqlite] " + what);
}
