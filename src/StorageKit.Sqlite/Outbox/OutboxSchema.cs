namespace StorageKit.Sqlite;

/// <summary>What an outbox file looks like, version by version; a released script is never edited.</summary>
internal static class OutboxSchema
{
    /// <summary>"SKOB": tells an outbox from a database of the driver "sqlite".</summary>
    internal const long ApplicationId = 0x534B4F42;

    /// <summary>Values of <c>aside</c>: waits; the target refused it or an earlier entry of its session; its row cannot
    /// be decoded.</summary>
    internal const long Waiting = 0, Refused = 1, Unreadable = 2;

    internal static IReadOnlyList<string> Scripts { get; } = [Version1];

    // position: the order in which the entries go. None is given twice, so that a drainer that lost its lock cannot
    // remove what came later. The count is kept by triggers, so that holding it against the capacity does not read the
    // whole table.
    const string Version1 = """
        CREATE TABLE entries (
            position   INTEGER PRIMARY KEY AUTOINCREMENT,
            tenant     BLOB NOT NULL,
            session    BLOB NOT NULL,
            entry_hash BLOB NOT NULL,
            digest     BLOB NOT NULL,
            body       BLOB NOT NULL,
            kept_at    INTEGER NOT NULL,
            aside      INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE UNIQUE INDEX entries_by_hash ON entries (tenant, entry_hash);
        CREATE INDEX entries_in_order ON entries (aside, tenant, position);
        CREATE INDEX entries_by_session ON entries (tenant, session);

        CREATE TABLE held (entries INTEGER NOT NULL) STRICT;
        INSERT INTO held VALUES (0);
        CREATE TRIGGER entry_came AFTER INSERT ON entries BEGIN UPDATE held SET entries = entries + 1; END;
        CREATE TRIGGER entry_went AFTER DELETE ON entries BEGIN UPDATE held SET entries = entries - 1; END;
        """;
}
