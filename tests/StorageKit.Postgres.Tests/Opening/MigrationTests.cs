namespace StorageKit.Postgres.Tests;

public sealed class MigrationTests(SharedServer shared) : ServerTests(shared)
{
    [Fact]
    public async Task Eight_services_that_start_at_once_on_a_new_schema_all_open_it()
    {
        var section = NewSection(NewSchema());
        var tenant = TenantId.New();
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => Task.Run(() => OpenedSchema.OpenAsync(section, tenant))));
        await Task.WhenAll(opened.Select(schema => schema.Audit.EmitAsync(Entries.Single()).AsTask()));
        Assert.Equal(8, (await opened[0].ReadAllAsync()).Count);
        foreach (var schema in opened) await schema.DisposeAsync();
    }

    [Fact]
    public async Task A_newer_schema_is_refused_and_left_alone()
    {
        var name = NewSchema();
        await (await OpenedSchema.OpenAsync(NewSection(name))).DisposeAsync();
        await Server.QueryAsync($"INSERT INTO {name}.schema_versions (version) VALUES (7)");
        var error = await Assert.ThrowsAsync<StorageConfigException>(() => OpenedSchema.OpenAsync(NewSection(name)));
        Assert.Contains($"has version 7, this StorageKit.Postgres knows versions up to 2", error.Message);
        Assert.Equal(2, await NumberAsync($"SELECT count(*) FROM {name}.schema_versions"));
    }

    [Fact]
    public async Task Another_applications_schema_is_refused_and_left_alone()
    {
        var name = NewSchema();
        await Server.QueryAsync($"CREATE SCHEMA {name}; CREATE TABLE {name}.songs (title text)");
        var error = await Assert.ThrowsAsync<StorageConfigException>(() => OpenedSchema.OpenAsync(NewSection(name)));
        Assert.Contains("belongs to another application", error.Message);
        Assert.Equal(1, await NumberAsync($"SELECT count(*) FROM pg_tables WHERE schemaname = '{name}'"));
    }

    [Fact]
    public async Task Where_it_may_not_migrate_the_error_prints_the_SQL_and_the_SQL_works()
    {
        var section = NewSection(NewSchema(), "migrate = false\nplaintext = true");
        var error = await Assert.ThrowsAsync<StorageConfigException>(() => OpenedSchema.OpenAsync(section));
        Assert.Contains("migrate = false. Open it once with migrate = true, or run this in psql", error.Message);
        Assert.DoesNotContain(Server.Address.Password, error.Message);
        var sql = error.Message[error.Message.IndexOf("BEGIN;", StringComparison.Ordinal)..];
        await Server.QueryAsync(sql[..(sql.LastIndexOf("COMMIT;", StringComparison.Ordinal) + "COMMIT;".Length)]);
        await using var schema = await OpenedSchema.OpenAsync(section);
        await schema.Audit.EmitAsync(Entries.Single());
        Assert.Single(await schema.ReadAllAsync());
    }

    [Fact]
    public async Task A_migration_that_fails_half_way_leaves_nothing()
    {
        var name = NewSchema();
        var options = Options(name);
        await using var pool = ConnectionSettings.PoolOf(options);
        await using var connection = await pool.OpenConnectionAsync();
        var broken = new SchemaMigration(options, "the database", [.. Schema.Scripts, "CREATE TABLE broken ("]);
        await Assert.ThrowsAnyAsync<Exception>(() => broken.ApplyAsync(connection, CancellationToken.None));
        Assert.Equal(0, await NumberAsync($"SELECT count(*) FROM pg_namespace WHERE nspname = '{name}'"));
    }

    [Fact]
    public async Task An_older_schema_is_brought_up_to_date_with_its_data()
    {
        var name = NewSchema();
        await using (var schema = await OpenedSchema.OpenAsync(NewSection(name)))
            await schema.Audit.EmitAsync(Entries.Single());
        var options = Options(name);
        await using var pool = ConnectionSettings.PoolOf(options);
        await using var connection = await pool.OpenConnectionAsync();
        var migration = new SchemaMigration(
            options, "the database", [.. Schema.Scripts, "CREATE TABLE later (x int);"]);
        Assert.Equal(2, await migration.ApplyAsync(connection, CancellationToken.None));
        Assert.Equal(3, await NumberAsync($"SELECT max(version) FROM {name}.schema_versions"));
        Assert.Equal(1, await NumberAsync($"SELECT count(*) FROM {name}.audit"));
        Assert.Equal(0, await NumberAsync($"SELECT count(*) FROM {name}.later"));
    }

    [Fact]
    public async Task A_schema_of_version_1_takes_entries_after_it_is_opened()
    {
        var name = NewSchema();
        var options = Options(name);
        await using var pool = ConnectionSettings.PoolOf(options);
        await using (var connection = await pool.OpenConnectionAsync())
        {
            var first = new SchemaMigration(options, "the database", [Schema.Scripts[0]]);
            Assert.Equal(0, await first.ApplyAsync(connection, CancellationToken.None));
        }
        await using var schema = await OpenedSchema.OpenAsync(NewSection(name));
        await schema.Audit.EmitAsync(Entries.Single());
        await schema.Audit.EmitAsync(Entries.Single());
        Assert.Equal([1UL, 2UL], (await schema.ReadAllAsync()).Select(record => record.Position));
        Assert.Equal(2, await NumberAsync($"SELECT max(version) FROM {name}.schema_versions"));
    }

    PostgresOptions Options(string schema) => new()
    {
        Host = Server.Host, Port = Server.Port, Database = Server.Address.Database, Username = Server.Address.User,
        Password = Server.Address.Password, Schema = schema,
    };
}
