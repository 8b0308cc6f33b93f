namespace StorageKit.Postgres;

internal static partial class Schema
{
    const string Version1 = $"""
        CREATE TABLE schema_versions (
            version    integer PRIMARY KEY,
            applied_at timestamptz NOT NULL DEFAULT now()
        );

        -- The clock of windows and expiry: the server's, so that all services share one.
        CREATE FUNCTION now_ticks() RETURNS bigint LANGUAGE sql VOLATILE PARALLEL SAFE AS
            $$ SELECT (extract(epoch FROM clock_timestamp()) * 10000000)::bigint + 621355968000000000 $$;

        {AuditLog}

        CREATE TABLE sessions (
            tenant        uuid NOT NULL,
            session       uuid NOT NULL,
            agent         uuid NOT NULL,
            started_at_ns numeric(20) NOT NULL,
            saved_at      bigint NOT NULL,
            PRIMARY KEY (tenant, session)
        );
        CREATE INDEX sessions_by_age ON sessions (tenant, saved_at);

        CREATE TABLE credentials (
            tenant   uuid NOT NULL,
            key      bytea NOT NULL,
            key_hash bytea NOT NULL GENERATED ALWAYS AS (sha256(key)) STORED,
            sealed   bytea NOT NULL,
            PRIMARY KEY (tenant, key_hash)
        );

        -- seen_at is the clock at the last increment; it tells whether the clock went back since.
        CREATE TABLE counters (
            tenant     uuid NOT NULL,
            key        bytea NOT NULL,
            key_hash   bytea NOT NULL GENERATED ALWAYS AS (sha256(key)) STORED,
            total      numeric(20) NOT NULL,
            seen_at    bigint NOT NULL,
            expires_at bigint NOT NULL,
            PRIMARY KEY (tenant, key_hash)
        ) WITH (fillfactor = 70);
        CREATE INDEX counters_by_expiry ON counters (tenant, expires_at);

        CREATE TABLE agents (
            tenant        uuid NOT NULL,
            agent         uuid NOT NULL,
            registered_at bigint NOT NULL,
            last_seen     bigint NOT NULL,
            PRIMARY KEY (tenant, agent)
        ) WITH (fillfactor = 70);
        CREATE INDEX agents_by_age ON agents (tenant, last_seen);

        CREATE TABLE policies (
            tenant  uuid NOT NULL,
            agent   uuid NOT NULL,
            version bigint NOT NULL,
            body    bytea NOT NULL,
            PRIMARY KEY (tenant, agent, version)
        );

        -- head is what fits into an index; objects are listed by (head, key), which is the order of the keys.
        CREATE TABLE objects (
            tenant   uuid NOT NULL,
            key      bytea NOT NULL,
            key_hash bytea NOT NULL GENERATED ALWAYS AS (sha256(key)) STORED,
            head     bytea NOT NULL GENERATED ALWAYS AS (substring(key FROM 1 FOR 1024)) STORED,
            content  bytea NOT NULL,
            PRIMARY KEY (tenant, key_hash)
        );
        CREATE INDEX objects_in_order ON objects (tenant, head);

        {Rights}
        """;
}
