namespace StorageKit.Sqlite;

/// <summary>What the file looks like, version by version. A released script is never edited: a change is a new script.
/// </summary>
/// <remarks>Each key begins with the tenant, so that no statement can meet another tenant's rows. Texts that may hold
/// anything are BLOBs of UTF-8, because SQLite ends a TEXT at U+0000 and because BLOBs compare byte by byte; times are
/// ticks of 100 ns.</remarks>
internal static class Schema
{
    /// <summary>"SKIT": tells our files from those of other applications.</summary>
    internal const long ApplicationId = 0x534B4954;

    /// <summary>Script <c>n</c> leads from version <c>n</c> to <c>n + 1</c>.</summary>
    internal static IReadOnlyList<string> Scripts { get; } = [Version1];

    // audit: body is the canonical JSON, digest the injective second hash as it was at the emit. The triggers hold
    // against any program that opens the file: rows only appear at the end, and never change or go. They also stop
    // INSERT OR REPLACE, which takes the old row away without firing a trigger of its own.
    // counters: total is the unsigned total shifted by -2^63, which keeps its order; expires_at is never at 2^63-1.
    const string Version1 = """
        CREATE TABLE audit (
            tenant     BLOB NOT NULL,
            position   INTEGER NOT NULL,
            session    BLOB NOT NULL,
            seq        BLOB NOT NULL,
            entry_hash BLOB NOT NULL,
            digest     BLOB NOT NULL,
            body       BLOB NOT NULL,
            PRIMARY KEY (tenant, position)
        ) STRICT;
        CREATE UNIQUE INDEX audit_by_hash ON audit (tenant, entry_hash);
        CREATE INDEX audit_by_session ON audit (tenant, session, position);
        CREATE TRIGGER audit_stays_whole BEFORE DELETE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
        CREATE TRIGGER audit_stays_the_same BEFORE UPDATE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
        CREATE TRIGGER audit_grows_at_its_end BEFORE INSERT ON audit
            WHEN new.position <> (SELECT coalesce(max(position), 0) + 1 FROM audit WHERE tenant = new.tenant)
                OR EXISTS (SELECT 1 FROM audit WHERE tenant = new.tenant AND entry_hash = new.entry_hash)
                OR EXISTS (SELECT 1 FROM audit WHERE rowid = new.rowid)
            BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

        CREATE TABLE sessions (
            tenant        BLOB NOT NULL,
            session       BLOB NOT NULL,
            agent         BLOB NOT NULL,
            started_at_ns BLOB NOT NULL,
            saved_at      INTEGER NOT NULL,
            PRIMARY KEY (tenant, session)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sessions_by_age ON sessions (tenant, saved_at);

        CREATE TABLE credentials (
            tenant BLOB NOT NULL,
            key    BLOB NOT NULL,
            sealed BLOB NOT NULL,
            PRIMARY KEY (tenant, key)
        ) STRICT;

        CREATE TABLE counters (
            tenant     BLOB NOT NULL,
            key        BLOB NOT NULL,
            total      INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            PRIMARY KEY (tenant, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX counters_by_expiry ON counters (tenant, expires_at);

        CREATE TABLE agents (
            tenant        BLOB NOT NULL,
            agent         BLOB NOT NULL,
            registered_at INTEGER NOT NULL,
            last_seen     INTEGER NOT NULL,
            PRIMARY KEY (tenant, agent)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX agents_by_age ON agents (tenant, last_seen);

        CREATE TABLE policies (
            tenant  BLOB NOT NULL,
            agent   BLOB NOT NULL,
            version INTEGER NOT NULL,
            body    BLOB NOT NULL,
            PRIMARY KEY (tenant, agent, version)
        ) STRICT;

        CREATE TABLE objects (
            tenant  BLOB NOT NULL,
            key     BLOB NOT NULL,
            content BLOB NOT NULL,
            PRIMARY KEY (tenant, key)
        ) STRICT;
        """;
}
