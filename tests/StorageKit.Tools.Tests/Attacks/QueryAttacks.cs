using System.Diagnostics;
using System.Globalization;

namespace StorageKit.Tools.Tests.Attacks;

/// <summary>What a hostile model tries with SQL.</summary>
[Collection(nameof(SharedServer))]
public sealed class QueryAttacks(SharedServer shared) : IAsyncLifetime
{
    const string Password = "hunter2";

    readonly string _name = $"q{Guid.NewGuid():N}"[..20];

    string Reader => _name + "_reader";

    public async Task InitializeAsync()
    {
        await shared.Server.QueryAsync($"CREATE SCHEMA {_name}");
        await shared.Server.QueryAsync($"CREATE TABLE {_name}.victim (id bigint PRIMARY KEY, name text)");
        await shared.Server.QueryAsync(
            $"INSERT INTO {_name}.victim SELECT i, 'name ' || i FROM generate_series(1, 500) AS i");
        await shared.Server.QueryAsync($"CREATE TABLE {_name}.hidden (id bigint)");
        await shared.Server.QueryAsync($"CREATE SEQUENCE {_name}.numbers");
        await shared.Server.QueryAsync($"CREATE ROLE {Reader} LOGIN PASSWORD '{Password}'");
        await shared.Server.QueryAsync($"GRANT USAGE ON SCHEMA {_name} TO {Reader}");
        await shared.Server.QueryAsync($"GRANT SELECT ON {_name}.victim TO {Reader}");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    string Component(string login, string more = "") => $"""
        [[component]]
        type = "storage"
        name = "db"
        {shared.Section(_name + "_kit")}
        query = true
        query_username = '{login}'
        query_password = '{Password}'
        {more}

        [[agent]]
        name = "a"
        storage = ["db:read"]
        """;

    Task<Workshop> OpenAsync(string timeout = "1s") =>
        Workshop.OpenAsync(Component(Reader, $"query_timeout = '{timeout}'"));

    static Task<ToolResult> QueryAsync(Workshop workshop, string statement, string more = "") =>
        workshop.CallAsync("a", "db-query", Json.Member("statement", statement) + more);

    [Fact]
    public async Task A_statement_that_reads_gives_its_rows_with_parameters_bound_and_limits_kept()
    {
        await using var workshop = await OpenAsync(timeout: "20s");

        var one = await QueryAsync(
            workshop, $"SELECT id, name, NULL AS none FROM {_name}.victim WHERE id = $1 OR name = $2;",
            ",\"parameters\":[7, \"x' OR '1'='1\"]");
        Assert.Equal("""{"columns":["id","name","none"],"rows":[["7","name 7",null]],"is_cut":false}""",
            one.Content().GetRawText());
        Assert.True(one.IsUntrusted);
        var many = (await QueryAsync(workshop, $"TABLE {_name}.victim", ",\"limit\":10")).Content();
        Assert.Equal((10, true), (many.GetProperty("rows").GetArrayLength(), many.GetProperty("is_cut").GetBoolean()));
        Assert.Equal("6", (await QueryAsync(workshop, "WITH a AS (SELECT $1::int * 2 AS n) SELECT n FROM a",
            ",\"parameters\":[3]")).Content().GetProperty("rows")[0][0].GetString());
    }

    [Fact]
    public async Task The_tables_that_are_listed_are_those_that_can_be_read()
    {
        await using var workshop = await OpenAsync();

        var tables = (await workshop.CallAsync("a", "db-tables")).Content().GetProperty("tables");

        Assert.Equal(
            $$"""[{"schema":"{{_name}}","name":"victim","columns":["id bigint","name text"]}]""", tables.GetRawText());
        Assert.True((await QueryAsync(workshop, $"SELECT * FROM {_name}.hidden")).IsError);
    }

    [Fact]
    public async Task Every_attack_in_SQL_is_refused_and_changes_nothing()
    {
        await using var workshop = await OpenAsync();
        string[] attacks =
        [
            "COMMIT; DROP TABLE {0}.victim", "SELECT 1; DELETE FROM {0}.victim",
            "SELECT 1;; DELETE FROM {0}.victim; --",
            "DELETE FROM {0}.victim", "SELECT * FROM {0}.victim FOR UPDATE",
            "WITH gone AS (DELETE FROM {0}.victim RETURNING *) SELECT * FROM gone", "/* */ DROP TABLE {0}.victim --",
            "SELECT 1 /* ; */; COMMIT; INSERT INTO {0}.victim VALUES (0, 'x')", "COMMIT", "ROLLBACK", "BEGIN",
            "SET ROLE storagekit", "SET SESSION AUTHORIZATION storagekit", "SET TRANSACTION READ WRITE",
            "SELECT set_config('transaction_read_only', 'off', false)",
            "SELECT set_config('role', 'storagekit', false)",
            "SELECT set_config('session_authorization', 'storagekit', false)",
            "SELECT * INTO {0}.stolen FROM {0}.victim", "CREATE TABLE {0}.x (id int)", "CREATE TEMP TABLE x (id int)",
            "COPY {0}.victim TO PROGRAM 'touch /tmp/owned'", "COPY {0}.victim TO STDOUT", "COPY (SELECT 1) TO '/tmp/x'",
            "SELECT pg_read_file('/etc/hostname')", "SELECT \"pg_read_file\"('/etc/hostname')",
            "SELECT * FROM pg_read_file('/etc/hostname')", "SELECT pg_ls_dir('/')",
            "SELECT pg_stat_file('/etc/passwd')",
            "SELECT lo_import('/etc/hostname')", "SELECT lo_export(1, '/tmp/x')", "SELECT nextval('{0}.numbers')",
            "SELECT query_to_xml('DELETE FROM {0}.victim', true, true, '')",
            "SELECT set_config('role', 'storagekit', true), query_to_xml('SELECT pg_read_file(''/etc/hostname'')', "
                + "true, true, '')",
            "DO $$ BEGIN DELETE FROM {0}.victim; END $$", "CALL x()", "EXPLAIN ANALYZE DELETE FROM {0}.victim",
            "SELECT dblink('host=127.0.0.1', 'DROP TABLE {0}.victim')", "LISTEN x", "NOTIFY x", "LOAD 'x'", "VACUUM",
            "PREPARE x AS SELECT 1", "EXECUTE x", "DECLARE c CURSOR FOR SELECT 1", "FETCH ALL FROM query",
            "CLOSE query",
            "SHOW password_encryption", "ALTER ROLE CURRENT_USER SUPERUSER", "GRANT ALL ON {0}.victim TO PUBLIC",
            "SELECT rolpassword FROM pg_authid", "SELECT * FROM {0}_kit.objects", "", ";", "--", "SELECT '\0'", "$$",
            "SELECT 1 UNION DELETE FROM {0}.victim", "SELECT lo_from_bytea(0, 'x'::bytea)",
        ];

        List<string> allowed = [];
        foreach (var attack in attacks.Select(text => string.Format(CultureInfo.InvariantCulture, text, _name)))
        {
            var result = await QueryAsync(workshop, attack);
            if (!result.IsError) allowed.Add(attack);
            Assert.DoesNotContain(Password, result.Text, StringComparison.Ordinal);
        }

        // Large objects are written in the read-only transaction of older servers, and gone with it.
        allowed.RemoveAll(attack => attack.Contains("lo_from_bytea", StringComparison.Ordinal));
        Assert.Empty(allowed);
        Assert.Equal("500", await shared.Server.QueryAsync($"SELECT count(*) FROM {_name}.victim"));
        Assert.Equal("0", await shared.Server.QueryAsync("SELECT count(*) FROM pg_largeobject_metadata"));
        Assert.Equal("f", await shared.Server.QueryAsync($"SELECT is_called FROM {_name}.numbers"));
        Assert.False(File.Exists("/tmp/owned"));
    }

    [Fact]
    public async Task A_statement_that_sleeps_or_never_ends_is_stopped_by_its_time_out()
    {
        await using var workshop = await OpenAsync();
        foreach (var statement in (string[])
            ["SELECT pg_sleep(60)", "SELECT set_config('statement_timeout', '0', true), pg_sleep(60)",
                "SELECT count(*) FROM generate_series(1, 10000000000)",
                "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n FROM r) SELECT count(*) FROM r"])
        {
            var watch = Stopwatch.StartNew();
            Assert.Equal(ToolOutcome.TimedOut, (await QueryAsync(workshop, statement)).Outcome);
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        }
    }

    [Fact]
    public async Task A_result_without_end_and_a_value_of_many_megabytes_are_cut_while_they_are_read()
    {
        await using var workshop = await OpenAsync(timeout: "20s");

        Assert.Equal(
            ToolOutcome.LimitExceeded, (await QueryAsync(workshop, "SELECT repeat('x', 100000000)")).Outcome);
        var endless = (await QueryAsync(workshop, "SELECT * FROM generate_series(1, 100000)")).Content();
        Assert.Equal(100, endless.GetProperty("rows").GetArrayLength());
        var wide = await QueryAsync(workshop, "SELECT repeat('<', 3000) FROM generate_series(1, 100)");
        Assert.True(wide.Content().GetProperty("is_cut").GetBoolean());
        Assert.InRange(
            System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
                new { text = wide.Text, structured = wide.StructuredContent }).Length, 1, 256 * 1024);
    }

    [Fact]
    public async Task A_lock_that_a_statement_takes_ends_with_it()
    {
        await using var workshop = await OpenAsync();

        Assert.False((await QueryAsync(workshop, "SELECT pg_advisory_lock(42)")).IsError);

        Assert.Equal("t", await shared.Server.QueryAsync("SELECT pg_try_advisory_lock(42)"));
    }

    [Theory]
    [InlineData("ALTER ROLE {0} SUPERUSER", "is a superuser")]
    [InlineData("ALTER ROLE {0} CREATEROLE", "may create roles")]
    [InlineData("ALTER ROLE {0} BYPASSRLS", "bypass row-level security")]
    [InlineData("GRANT storagekit TO {0}", "may become one")]
    [InlineData("GRANT pg_read_server_files TO {0}", "is a member of pg_read_server_files")]
    [InlineData("GRANT INSERT ON {1}.victim TO {0}", "may change")]
    [InlineData("GRANT UPDATE (name) ON {1}.victim TO {0}", "may change")]
    [InlineData("GRANT USAGE ON SEQUENCE {1}.numbers TO {0}", "may change")]
    [InlineData("GRANT CREATE ON SCHEMA {1} TO {0}", "may create things in the schema")]
    [InlineData("ALTER TABLE {1}.victim OWNER TO {0}", "may change")]
    public async Task A_login_that_can_do_more_than_read_is_refused_when_the_component_is_opened(
        string power, string reason)
    {
        await shared.Server.QueryAsync(string.Format(CultureInfo.InvariantCulture, power, Reader, _name));
        await using var workshop = new Workshop();

        var failure = Assert.Single(await workshop.Host.ApplyAsync(
            ToolsConfig.Parse(Component(Reader), Workshop.Registry())));

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_query_in_the_file_there_is_no_such_tool()
    {
        await using var workshop = await Workshop.OpenAsync(
            Component(Reader).Replace("query = true", "query = false", StringComparison.Ordinal));

        Assert.DoesNotContain(workshop.Host.ToolsFor("a"), tool => tool.Name is "db-query" or "db-tables");
    }
}
