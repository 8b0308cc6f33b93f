namespace StorageKit.Postgres;

internal static partial class Schema
{
    // As in version 1, but asks for the row before by a query that can only be answered from the primary key: a plan
    // that was made while the log was short is kept, and must not read all of it when it is long.
    const string Version2 = """
        CREATE OR REPLACE FUNCTION require_growth_at_end() RETURNS trigger LANGUAGE plpgsql
            SET search_path FROM CURRENT AS $$
        BEGIN
            IF EXISTS (
                SELECT FROM (
                    SELECT tenant, min(position) AS first, max(position) AS last, count(*) AS rows
                    FROM added GROUP BY tenant
                ) AS a
                WHERE last - first + 1 <> rows OR (first > 1 AND (
                    SELECT before.position FROM audit AS before
                    WHERE before.tenant = a.tenant AND before.position = first - 1 LIMIT 1) IS NULL)
            ) THEN
                RAISE EXCEPTION 'the audit log grows at its end, one position after the other'
                    USING ERRCODE = 'insufficient_privilege';
            END IF;
            RETURN NULL;
        END $$;
        """;
}
