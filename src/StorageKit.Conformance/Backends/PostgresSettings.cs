namespace StorageKit.Conformance;

/// <summary>How a private PostgreSQL is started. Immutable.</summary>
/// <example><code>
/// var server = await PrivatePostgres.StartAsync(
///     scope, at => $"port = {at.Port}",
///     new PostgresSettings { Options = new Dictionary&lt;string, string> { ["work_mem"] = "1MB" } });
/// </code></example>
public sealed record PostgresSettings
{
    /// <summary>The folder of <c>postgres</c>, <c>initdb</c> and <c>psql</c>; null to look on the PATH and then for the
    /// newest version below /usr/lib/postgresql.</summary>
    public string? Programs { get; init; }

    /// <summary>How many connections it takes, 4 or more.</summary>
    public int MaxConnections { get; init; } = 100;

    /// <summary>Options of postgresql.conf by name, in place of the kit's. Unless they say otherwise, what is
    /// acknowledged is on disk.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>How long it may take to answer; more than zero.</summary>
    public TimeSpan StartPatience { get; init; } = TimeSpan.FromSeconds(60);
}
