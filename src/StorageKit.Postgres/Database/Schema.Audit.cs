namespace StorageKit.Postgres;

internal static partial class Schema
{
    // body is the canonical JSON, digest the injective second hash as it was at the emit. The triggers hold against the
    // tables' owner too: rows only appear at the end, and never change or go. Position n + 1 is refused until n is
    // committed, so no reader can see a hole that fills later.
    const string AuditLog = """
        CREATE TABLE audit (
            tenant     uuid NOT NULL,
            position   bigint NOT NULL CHECK (position > 0),
            session    uuid NOT NULL,
            seq        numeric(20) NOT NULL,
            entry_hash bytea NOT NULL,
            digest     bytea NOT NULL,
            body       bytea NOT NULL,
            PRIMARY KEY (tenant, position)
        );
        CREATE UNIQUE INDEX audit_by_hash ON audit (tenant, entry_hash);
        CREATE INDEX audit_by_session ON audit (tenant, session, position);

        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege';
        END $$;
        CREATE TRIGGER audit_stays_whole BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

        CREATE FUNCTION require_growth_at_end() RETURNS trigger LANGUAGE plpgsql
            SET search_path FROM CURRENT AS $$
        BEGIN
            IF EXISTS (
                SELECT FROM (
                    SELECT tenant, min(position) AS first, max(position) AS last, count(*) AS rows
                    FROM added GROUP BY tenant
                ) AS a
                WHERE last - first + 1 <> rows OR (first > 1 AND NOT EXISTS (
                    SELECT FROM audit AS before WHERE before.tenant = a.tenant AND before.position = first - 1))
            ) THEN
                RAISE EXCEPTION 'the audit log grows at its end, one position after the other'
                    USING ERRCODE = 'insufficient_privilege';
            END IF;
            RETURN NULL;
        END $$;
        CREATE TRIGGER audit_grows_at_its_end AFTER INSERT ON audit
            REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION require_growth_at_end();
        """;
}
