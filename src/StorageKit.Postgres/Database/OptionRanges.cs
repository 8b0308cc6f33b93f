namespace StorageKit.Postgres;

/// <summary>Refuses options that cannot work.</summary>
internal static class OptionRanges
{
    const int LongestIdentifier = 63;

    internal static void Check(PostgresOptions options)
    {
        RequireText(options.Host, "host");
        RequireText(options.Database, "database");
        RequireText(options.Username, "username");
        RequireIdentifier(options.Schema, "schema");
        RequireIdentifier(options.RuntimeRole, "runtime_role");
        if (options.Layout == PostgresLayout.AgentAssembly && options.EnforceChain)
            throw Refused("enforce_chain has nothing to hold to with layout = \"agent-assembly\"; leave it out");
        RequireDuration(options.ConnectTimeout, "connect_timeout");
        RequireDuration(options.CommandTimeout, "command_timeout");
        RequireDuration(options.QueryTimeout, "query_timeout");
        if (options.SessionTtl <= TimeSpan.Zero)
            throw Refused("session_ttl must be longer than zero; without it nothing expires");
        if (options.AgentTtl <= TimeSpan.Zero)
            throw Refused("agent_ttl must be longer than zero; without it nothing expires");
        if (options.RootCertificate is { } path && !File.Exists(path))
            throw Refused($"root_certificate: there is no file \"{Path.GetFileName(path)}\" in that place");
    }

    static void RequireText(string value, string key)
    {
        if (value.Length == 0 || value.Contains('\0', StringComparison.Ordinal))
            throw Refused($"{key} is empty or holds U+0000; set it");
    }

    // What these match stands in SQL as it is, without quoting or folding. pg_ is PostgreSQL's own.
    static void RequireIdentifier(string value, string key)
    {
        var isOne = value.Length is > 0 and <= LongestIdentifier
            && value[0] is (>= 'a' and <= 'z') or '_'
            && value.All(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_')
            && !value.StartsWith("pg_", StringComparison.Ordinal);
        if (!isOne || value == "public")
            throw Refused(
                $"{key} must be a name of its own: 1 to 63 of a-z, 0-9 and _, not beginning with a digit or pg_, "
                + "and not \"public\"");
    }

    static void RequireDuration(TimeSpan value, string key)
    {
        if (value <= TimeSpan.Zero || value.TotalMilliseconds > int.MaxValue)
            throw Refused($"{key} must be longer than zero and at most 24 days");
    }

    static StorageException Refused(string what) => new(StorageErrorKind.Backend, "[storage.postgres] " + what);
}
