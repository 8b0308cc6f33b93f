namespace StorageKit.Postgres;

internal static partial class Schema
{
    // FORCE binds the owner as well. A transaction that has named no tenant sees no row and can store none.
    const string Rights = """
        DO $$
        DECLARE
            name text;
        BEGIN
            FOREACH name IN ARRAY
                ARRAY['audit', 'sessions', 'credentials', 'counters', 'agents', 'policies', 'objects']
            LOOP
                EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
                EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
                EXECUTE format(
                    'CREATE POLICY own_tenant ON %I USING (tenant = '
                    || 'nullif(current_setting(''storagekit.tenant'', true), '''')::uuid)', name);
            END LOOP;
        END $$;
        GRANT USAGE ON SCHEMA {schema} TO {role};
        GRANT SELECT ON schema_versions TO {role};
        GRANT SELECT, INSERT ON audit TO {role};
        GRANT SELECT, INSERT, UPDATE, DELETE
            ON sessions, credentials, counters, agents, policies, objects TO {role};
        """;
}
