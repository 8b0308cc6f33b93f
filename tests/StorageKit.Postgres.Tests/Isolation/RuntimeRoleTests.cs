using StorageKit.Conformance;

namespace StorageKit.Postgres.Tests;

/// <summary>What the database itself refuses, whatever program asks.</summary>
public sealed class RuntimeRoleTests(SharedServer shared) : ServerTests(shared)
{
    const string AsRuntime = "SET ROLE storagekit_runtime; ";

    [Theory]
    [InlineData("UPDATE storagekit.audit SET body = ''")]
    [InlineData("DELETE FROM storagekit.audit")]
    [InlineData("TRUNCATE storagekit.audit")]
    [InlineData("ALTER TABLE storagekit.audit DISABLE TRIGGER ALL")]
    [InlineData("DROP TABLE storagekit.audit")]
    public async Task The_runtime_role_cannot_change_or_remove_a_record(string sql)
    {
        await using var schema = await StoredAsync();
        var refused = await RefusedAsync(AsRuntime + As(schema.Tenant) + sql);
        Assert.Matches("permission denied for table audit|must be owner of table audit", refused);
        Assert.Single(await schema.ReadAllAsync());
    }

    [Theory]
    [InlineData("UPDATE storagekit.audit SET body = ''")]
    [InlineData("DELETE FROM storagekit.audit")]
    [InlineData("TRUNCATE storagekit.audit")]
    public async Task Triggers_keep_even_the_owner_from_it(string sql)
    {
        await using var schema = await StoredAsync();
        Assert.Contains("the audit log is append-only", await RefusedAsync(As(schema.Tenant) + sql));
        Assert.Single(await schema.ReadAllAsync());
    }

    [Theory]
    [InlineData("3")]
    [InlineData("1")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("generate_series(2, 6, 2)")]
    public async Task A_record_is_taken_at_the_end_of_the_log_only(string position)
    {
        await using var schema = await StoredAsync();
        var refused = await RefusedAsync(
            AsRuntime + As(schema.Tenant)
            + "INSERT INTO storagekit.audit (tenant, position, session, seq, entry_hash, digest, body) "
            + $"SELECT '{schema.Tenant}', p, gen_random_uuid(), 0, gen_random_uuid()::text::bytea, '', '' "
            + $"FROM (SELECT {position} AS p) AS positions");
        Assert.Matches("grows at its end|duplicate key|audit_position_check", refused);
        Assert.Single(await schema.ReadAllAsync());
    }

    [Fact]
    public async Task A_transaction_sees_and_stores_the_rows_of_its_tenant_only()
    {
        await using var schema = await StoredAsync();
        await schema.Objects.WriteAsync("k", "mine"u8.ToArray());
        const string count = "SELECT count(*) FROM storagekit.objects";
        Assert.Equal("1", (await Server.QueryAsync(AsRuntime + As(schema.Tenant) + count)).Trim());
        Assert.Equal("0", (await Server.QueryAsync(AsRuntime + As(TenantId.New()) + count)).Trim());
        Assert.Equal("0", (await Server.QueryAsync(AsRuntime + count)).Trim());
        Assert.Equal("", await Server.QueryAsync(
            AsRuntime + As(TenantId.New()) + "DELETE FROM storagekit.objects RETURNING 1"));
        Assert.Contains(
            "new row violates row-level security policy",
            await RefusedAsync(
                AsRuntime + As(TenantId.New())
                + $"INSERT INTO storagekit.objects (tenant, key, content) VALUES ('{schema.Tenant}', 'x', 'x')"));
        Assert.Equal("mine"u8.ToArray(), await schema.Objects.ReadAsync("k"));
    }

    [Fact]
    public async Task Every_table_with_a_tenant_is_secured_by_row_and_has_the_tenant_first_in_its_key()
    {
        await using var schema = await OpenAsync();
        const string tables = "FROM pg_class c WHERE relnamespace = 'storagekit'::regnamespace AND relkind = 'r' "
            + "AND relname <> 'schema_versions'";
        Assert.Equal(7, await NumberAsync($"SELECT count(*) {tables} AND relrowsecurity AND relforcerowsecurity"));
        Assert.Equal(7, await NumberAsync($"SELECT count(*) {tables}"));
        Assert.Equal(7, await NumberAsync(
            $"SELECT count(*) {tables} AND 'tenant' = (SELECT a.attname FROM pg_index i JOIN pg_attribute a "
            + "ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0] WHERE i.indrelid = c.oid AND i.indisprimary)"));
    }

    [Fact]
    public async Task A_runtime_role_that_nothing_binds_is_refused()
    {
        await Server.QueryAsync("CREATE ROLE boundless BYPASSRLS NOLOGIN");
        var error = await Assert.ThrowsAsync<StorageConfigException>(
            () => OpenedSchema.OpenAsync(NewSection(NewSchema(), "runtime_role = 'boundless'\nplaintext = true")));
        Assert.Contains("the runtime_role \"boundless\" is a superuser or bypasses row-level security", error.Message);
    }

    [Fact]
    public async Task A_user_who_is_only_a_member_of_the_role_can_use_the_schema()
    {
        await using var owner = await OpenAsync();
        await Server.QueryAsync(
            "CREATE ROLE service LOGIN PASSWORD 'only-a-member'; GRANT storagekit_runtime TO service");
        var section = Sections.At(
            Server.Address with { User = "service", Password = "only-a-member" }, "migrate = false\nplaintext = true");
        await using var schema = await OpenedSchema.OpenAsync(section);
        await schema.Audit.EmitAsync(Entries.Single());
        Assert.Equal(1UL, await schema.Counter.IncrementAsync("k", 1, TimeSpan.FromMinutes(1)));
        Assert.Single(await schema.ReadAllAsync());
    }

    async Task<OpenedSchema> StoredAsync()
    {
        var schema = await OpenAsync();
        await schema.Audit.EmitAsync(Entries.Single());
        return schema;
    }

    async Task<string> RefusedAsync(string sql) =>
        (await Assert.ThrowsAsync<BackendException>(() => Server.QueryAsync(sql).AsTask())).Message;

    static string As(TenantId tenant) => $"SET storagekit.tenant = '{tenant}'; ";
}
