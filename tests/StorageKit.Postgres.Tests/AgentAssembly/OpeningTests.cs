namespace StorageKit.Postgres.Tests.AgentAssembly;

public sealed class OpeningTests(SharedServer shared) : AgentAssemblyTests(shared)
{
    [Theory]
    [InlineData(
        "DELETE FROM _sqlx_migrations WHERE version = 10",
        "is at migration 9, and this StorageKit.Postgres knows migration 10; start a current Agent Assembly on it")]
    [InlineData(
        "INSERT INTO _sqlx_migrations VALUES (11, '', now(), true, '', 0)",
        "is at migration 11, and this StorageKit.Postgres knows migration 10; use a StorageKit.Postgres that knows it")]
    [InlineData("DELETE FROM _sqlx_migrations", "is at migration 0")]
    [InlineData("UPDATE _sqlx_migrations SET success = false WHERE version = 10", "a migration that failed half way")]
    [InlineData("DROP TABLE _sqlx_migrations", "has no table _sqlx_migrations where the user")]
    [InlineData("REVOKE SELECT ON _sqlx_migrations FROM {0}", "cannot read the table _sqlx_migrations")]
    [InlineData("REVOKE SELECT ON policies FROM {0}", "cannot read the table policies")]
    [InlineData("REVOKE SELECT ON agents FROM {0}", "cannot read the table agents")]
    [InlineData("DROP TABLE credentials", "cannot read the table credentials")]
    public async Task A_database_that_is_not_as_expected_is_refused(string change, string says)
    {
        var tables = await CreateAsync();
        await tables.RunAsync(string.Format(null, change, tables.Reader));
        var error = await Assert.ThrowsAnyAsync<Exception>(() => tables.OpenAsync(TenantId.System));
        Assert.True(error is StorageConfigException or StorageException, error.GetType().Name);
        Assert.Contains(says, error.Message);
        Assert.DoesNotContain("canary", error.Message);
    }

    [Fact]
    public async Task Opening_and_reading_changes_nothing_in_the_database()
    {
        const string Everything = """
            SELECT count(*) FROM pg_class WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
            """;
        var tables = await CreateAsync();
        // A user who could write is held to reading all the same.
        await tables.RunAsync($"GRANT ALL ON ALL TABLES IN SCHEMA {tables.Reader} TO {tables.Reader}");
        var before = await tables.RunAsync(Everything);
        await using (var schema = await tables.OpenAsync(TenantId.System))
        {
            await schema.Stores.Get<IPolicyStore>().GetPolicyAsync(AgentId.New());
            await ((IHealthCheckable)schema.Stores.Get<IPolicyStore>()).CheckHealthAsync();
            Assert.Null(schema.Stores.Find<IAuditSink>());
        }
        Assert.Equal(before, await tables.RunAsync(Everything));
        Assert.Equal("0", await Server.QueryAsync(
            $"SELECT count(*) FROM pg_namespace WHERE nspname = 'storagekit' AND nspowner = '{tables.Reader}'::regrole"));
    }

    [Fact]
    public async Task A_health_check_sees_a_migration_that_came_after_the_opening()
    {
        var tables = await CreateAsync();
        await using var schema = await tables.OpenAsync(TenantId.System);
        await tables.RunAsync("INSERT INTO _sqlx_migrations VALUES (11, '', now(), true, '', 0)");
        var error = await Assert.ThrowsAsync<StorageException>(
            async () => await ((IHealthCheckable)schema.Credentials).CheckHealthAsync());
        Assert.Contains("is at migration 11", error.Message);
    }

    [Fact]
    public void What_the_tables_cannot_serve_is_refused_at_its_line_before_anything_is_opened()
    {
        var errors = new Registry().AddPostgres().Validate(StorageConfig.Parse("""
            [storage]
            policy_store = "postgres"
            audit_sink = "postgres"
            session_store = "postgres"
            credential_store = "postgres"
            rate_limit_counter = "postgres"
            lifecycle_store = "postgres"
            object_store = "postgres"

            [storage.postgres]
            host = "nowhere.invalid"
            database = "d"
            username = "u"
            layout = "agent-assembly"
            """));
        Assert.Equal(
            [("audit_sink", 3), ("session_store", 4), ("rate_limit_counter", 6), ("object_store", 8)],
            errors.Select(error => (error.Contract, error.Position?.Line ?? 0)));
        Assert.Contains("no entry could be read back or verified; select another driver", errors[0].Message);
        Assert.Contains("select the driver redis, with the same layout in [storage.redis]", errors[1].Message);
    }

    [Fact]
    public async Task Enforce_chain_without_a_chain_is_refused()
    {
        var tables = await CreateAsync();
        var error = await Assert.ThrowsAsync<StorageConfigException>(
            () => tables.OpenAsync(TenantId.System, "enforce_chain = true"));
        Assert.Contains("enforce_chain has nothing to hold to", error.Message);
    }
}
