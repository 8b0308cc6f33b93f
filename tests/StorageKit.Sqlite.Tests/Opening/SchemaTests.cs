namespace StorageKit.Sqlite.Tests;

public sealed class SchemaTests
{
    [Fact]
    public async Task A_newer_schema_is_refused_and_left_alone()
    {
        using var file = new TemporaryDatabase();
        await (await file.OpenAsync()).DisposeAsync();
        file.Execute("PRAGMA user_version = 7");
        var error = await Assert.ThrowsAsync<StorageConfigException>(() => file.OpenAsync());
        Assert.Contains(
            "the database \"agents.db\" has schema version 7, this StorageKit.Sqlite knows versions up to 1; "
            + "update StorageKit.Sqlite, or set path to another file",
            error.Message);
        Assert.Equal(7, file.Number("PRAGMA user_version"));
    }

    [Fact]
    public async Task Another_applications_database_is_refused_and_left_alone()
    {
        using var file = new TemporaryDatabase();
        file.Execute("CREATE TABLE songs (title TEXT)");
        var error = await Assert.ThrowsAsync<StorageConfigException>(() => file.OpenAsync());
        Assert.Contains("belongs to another application", error.Message);
        Assert.Equal(1, file.Number("SELECT count(*) FROM sqlite_schema"));
    }

    [Fact]
    public async Task An_older_schema_is_brought_up_to_date_with_its_data()
    {
        using var file = new TemporaryDatabase();
        await using (var database = await file.OpenAsync()) await database.Audit.EmitAsync(Entries.Single());
        Migrate(file, [Schema.Scripts[0], "CREATE TABLE later (x INTEGER NOT NULL) STRICT"]);
        Assert.Equal(2, file.Number("PRAGMA user_version"));
        Assert.Equal(1, file.Number("SELECT count(*) FROM audit"));
        Assert.Equal(0, file.Number("SELECT count(*) FROM later"));
    }

    [Fact]
    public async Task A_migration_that_fails_half_way_leaves_the_old_schema()
    {
        using var file = new TemporaryDatabase();
        await (await file.OpenAsync()).DisposeAsync();
        var tables = file.Number("SELECT count(*) FROM sqlite_schema");
        Assert.ThrowsAny<Exception>(() => Migrate(
            file, [Schema.Scripts[0], "CREATE TABLE later (x INTEGER NOT NULL) STRICT", "CREATE TABLE broken ("]));
        Assert.Equal(1, file.Number("PRAGMA user_version"));
        Assert.Equal(tables, file.Number("SELECT count(*) FROM sqlite_schema"));
    }

    [Fact]
    public async Task Eight_services_that_start_at_once_on_a_new_file_all_open_it()
    {
        using var file = new TemporaryDatabase();
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => file.OpenAsync())));
        await Task.WhenAll(opened.Select(database => database.Audit.EmitAsync(Entries.Single()).AsTask()));
        Assert.Equal(8, (await opened[0].ReadAllAsync()).Count);
        foreach (var database in opened) await database.DisposeAsync();
    }

    static void Migrate(TemporaryDatabase file, IReadOnlyList<string> scripts)
    {
        var options = new SqliteOptions { Path = file.Path };
        using var connection = new DatabaseFile(options).OpenWriter();
        SchemaMigration.Apply(connection, new(connection, options.BusyTimeout, "agents.db"), "agents.db", scripts);
    }
}
