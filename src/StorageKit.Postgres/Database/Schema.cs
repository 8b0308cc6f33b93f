namespace StorageKit.Postgres;

/// <summary>What the schema looks like, version by version. A released script is never edited: a change is a new
/// script.</summary>
/// <remarks>A script runs with the schema as its search path. Each key begins with the tenant, and row-level security
/// shows a transaction the rows of its own tenant only. Texts that may hold anything are <c>bytea</c> of UTF-8, because
/// <c>text</c> cannot hold U+0000 and because <c>bytea</c> compares byte by byte; a key of any length is found by its
/// SHA-256, because an index entry has at most 2,704 bytes. Times are ticks of 100 ns.</remarks>
internal static partial class Schema
{
    const string SchemaName = "{schema}", RoleName = "{role}";

    /// <summary>Script <c>n</c> leads from version <c>n</c> to <c>n + 1</c>.</summary>
    internal static IReadOnlyList<string> Scripts { get; } = [Version1, Version2];

    /// <summary>What leads from a version to the newest one, without its transaction.</summary>
    internal static string ScriptFrom(int version, PostgresOptions options, IReadOnlyList<string> scripts) =>
        string.Join("\n\n", [Foundation, .. scripts.Skip(version), Foot(scripts.Count)])
            .Replace(SchemaName, options.Schema, StringComparison.Ordinal)
            .Replace(RoleName, options.RuntimeRole, StringComparison.Ordinal);

    // Roles belong to all databases of a server, so another section may have made it.
    const string Foundation = """
        DO $$
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN
                CREATE ROLE {role} NOLOGIN;
                GRANT {role} TO CURRENT_USER;
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;
        END $$;
        CREATE SCHEMA IF NOT EXISTS {schema};
        SET LOCAL search_path = {schema}, pg_temp;
        """;

    static string Foot(int version) => $"INSERT INTO schema_versions (version) VALUES ({version});";
}
