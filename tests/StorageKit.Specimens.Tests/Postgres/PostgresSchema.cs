namespace StorageKit.Specimens.Tests.Postgres;

/// <summary>The reference's tables, as they are after its ten migrations; those that these stores use.</summary>
internal static class PostgresSchema
{
    /// <summary>The role that a service logs in as: bound by row-level security, as the reference asks for.</summary>
    internal const string Role = "aa_app";

    internal const string RolePassword = "aa-app-password";

    const string SystemOrg = "00000000-0000-0000-0000-000000000000";
    const string Tenant = "NULLIF(current_setting('app.tenant_id', true), '')::uuid";

    internal const string Sql = $"""
        CREATE TABLE orgs (id uuid PRIMARY KEY, name text NOT NULL, created_at timestamptz NOT NULL DEFAULT now());
        INSERT INTO orgs (id, name) VALUES ('{SystemOrg}', 'system (reserved)');

        CREATE TABLE agents (
            id text PRIMARY KEY, org_id uuid REFERENCES orgs, status text NOT NULL DEFAULT 'registered',
            registered_at timestamptz NOT NULL DEFAULT now(), last_heartbeat timestamptz);
        CREATE INDEX idx_agents_org_id ON agents (org_id);

        CREATE TABLE audit_logs (
            event_id uuid PRIMARY KEY, agent_id text NOT NULL, tool_name text NOT NULL, decision text NOT NULL,
            latency_ms int, ts timestamptz NOT NULL DEFAULT now(), org_id uuid NOT NULL DEFAULT '{SystemOrg}');
        CREATE INDEX idx_audit_logs_org_agent_ts ON audit_logs (org_id, agent_id, ts DESC);

        CREATE TABLE credentials (
            key text PRIMARY KEY, ciphertext bytea NOT NULL, updated_at timestamptz NOT NULL DEFAULT now(),
            org_id uuid NOT NULL DEFAULT '{SystemOrg}' REFERENCES orgs);

        ALTER TABLE agents ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
        ALTER TABLE audit_logs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
        ALTER TABLE credentials ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
        CREATE POLICY tenant_isolation ON agents
            USING (COALESCE(org_id, '{SystemOrg}') = {Tenant}) WITH CHECK (COALESCE(org_id, '{SystemOrg}') = {Tenant});
        CREATE POLICY tenant_isolation ON audit_logs USING (org_id = {Tenant}) WITH CHECK (org_id = {Tenant});
        CREATE POLICY tenant_isolation ON credentials USING (org_id = {Tenant}) WITH CHECK (org_id = {Tenant});

        CREATE ROLE {Role} LOGIN PASSWORD '{RolePassword}';
        GRANT SELECT, INSERT, UPDATE, DELETE ON orgs, agents, audit_logs, credentials TO {Role};
        """;

    internal const string Empty = "TRUNCATE agents, audit_logs, credentials";
}
