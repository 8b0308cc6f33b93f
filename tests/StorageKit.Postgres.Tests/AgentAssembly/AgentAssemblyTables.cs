namespace StorageKit.Postgres.Tests.AgentAssembly;

/// <summary>The tables of Agent Assembly after its ten migrations, as far as drivers read them; in a schema that its own
/// user finds by his search path, with a user who may only read.</summary>
internal sealed class AgentAssemblyTables
{
    const string Password = "reader-password-canary";

    readonly PrivatePostgres _server;
    readonly string _name = $"aa_{Guid.NewGuid():N}";

    AgentAssemblyTables(PrivatePostgres server) => _server = server;

    internal string Reader => _name;

    internal static async Task<AgentAssemblyTables> CreateAsync(PrivatePostgres server)
    {
        var tables = new AgentAssemblyTables(server);
        var name = tables._name;
        await server.QueryAsync($"CREATE SCHEMA {name}");
        await tables.RunAsync(Tables + string.Concat(
            new[] { "agents", "policies", "audit_logs", "credentials" }.Select(Isolation)));
        await tables.RunAsync($"""
            CREATE ROLE {name} LOGIN PASSWORD '{Password}' NOSUPERUSER NOBYPASSRLS;
            ALTER ROLE {name} SET search_path = {name};
            GRANT USAGE ON SCHEMA {name} TO {name};
            GRANT SELECT ON ALL TABLES IN SCHEMA {name} TO {name};
            """);
        return tables;
    }

    /// <summary>Runs SQL there as the superuser.</summary>
    internal async Task<string> RunAsync(string sql) =>
        await _server.QueryAsync($"SET search_path = {_name}; {sql}");

    internal string Section(string more = "plaintext = true") =>
        Sections.At(_server.Address with { User = Reader, Password = Password }, $"layout = 'agent-assembly'\n{more}");

    /// <summary>A section whose user is bound by no row-level security.</summary>
    internal async Task<string> SuperuserSectionAsync()
    {
        await RunAsync($"ALTER ROLE {Reader} SUPERUSER");
        return Section();
    }

    internal Task<OpenedSchema> OpenAsync(TenantId tenant, string more = "plaintext = true") =>
        OpenedSchema.OpenAsync(Section(more), tenant);

    internal async Task<TenantId> NewOrganisationAsync()
    {
        var tenant = TenantId.New();
        await RunAsync($"INSERT INTO orgs (id, name) VALUES ('{tenant}', 'an organisation')");
        return tenant;
    }

    internal async Task<AgentId> NewAgentAsync(TenantId tenant, string status = "registered")
    {
        var agent = AgentId.New();
        await RunAsync($"INSERT INTO agents (id, org_id, status) VALUES ('{agent}', '{tenant}', '{status}')");
        return agent;
    }

    internal Task PutPolicyAsync(TenantId tenant, AgentId agent, long version, string body) => RunAsync(
        $"INSERT INTO policies (agent_id, policy_version, body, org_id) VALUES ('{agent}', {version}, '{body}', '{tenant}')");

    const string Tables = """
        CREATE TABLE orgs (id uuid PRIMARY KEY, name text NOT NULL, created_at timestamptz NOT NULL DEFAULT now());
        INSERT INTO orgs (id, name) VALUES ('00000000-0000-0000-0000-000000000000', 'system (reserved)');
        CREATE TABLE agents (
            id text PRIMARY KEY, org_id uuid REFERENCES orgs (id), status text NOT NULL DEFAULT 'registered',
            registered_at timestamptz NOT NULL DEFAULT now(), last_heartbeat timestamptz);
        CREATE TABLE policies (
            agent_id text NOT NULL REFERENCES agents (id), policy_version bigint NOT NULL, body jsonb NOT NULL,
            updated_at timestamptz NOT NULL DEFAULT now(),
            org_id uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000' REFERENCES orgs (id),
            PRIMARY KEY (agent_id, policy_version));
        CREATE TABLE audit_logs (
            event_id uuid PRIMARY KEY, agent_id text NOT NULL, tool_name text NOT NULL, decision text NOT NULL,
            latency_ms integer, ts timestamptz NOT NULL DEFAULT now(),
            org_id uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000');
        CREATE TABLE credentials (
            key text PRIMARY KEY, ciphertext bytea NOT NULL, updated_at timestamptz NOT NULL DEFAULT now(),
            org_id uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000' REFERENCES orgs (id));
        CREATE TABLE _sqlx_migrations (
            version bigint PRIMARY KEY, description text NOT NULL, installed_on timestamptz NOT NULL DEFAULT now(),
            success boolean NOT NULL, checksum bytea NOT NULL, execution_time bigint NOT NULL);
        INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
            SELECT n, 'migration', true, '', 0 FROM generate_series(1, 10) AS n;
        """;

    static string Isolation(string table)
    {
        var organisation = table == "agents" ? "coalesce(org_id, '00000000-0000-0000-0000-000000000000')" : "org_id";
        var isOwn = $"{organisation} = nullif(current_setting('app.tenant_id', true), '')::uuid";
        return $"""

            ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
            ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
            CREATE POLICY tenant_isolation ON {table} USING ({isOwn}) WITH CHECK ({isOwn});
            """;
    }
}
