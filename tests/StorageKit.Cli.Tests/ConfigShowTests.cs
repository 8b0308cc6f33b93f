using System.Text.Json;

namespace StorageKit.Cli.Tests;

public sealed class ConfigShowTests : ToolFolder
{
    const string Secrets = """

        [storage.postgres]
        host = "db.example.org"
        port = 5433
        username = "agents"
        password = "hunter2"
        query_password = "${QUERY_PASSWORD}"
        database = "postgres://a:hunter2@h/d"
        pasword = "hunter2"

        [storage.encryption]
        active = "2026-11"
        keys = { "2026-11" = "hunter2", "2025" = "file:/run/key" }

        [[component]]
        type = "storage"
        name = "docs"
        storage_type = "postgresql"
        password = "hunter2"
        pin = 1234

        [hunter2]
        anything = "hunter2"
        """;

    [Fact]
    public async Task Only_what_a_driver_says_is_no_secret_is_shown()
    {
        await WriteAsync(Right + "\n# hunter2 in a comment\n" + Secrets);
        var result = await RunAsync("config", "show", "storage.toml");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.DoesNotContain("hunter2", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", result.Output, StringComparison.Ordinal);
        Assert.Contains("""
            [storage.postgres]
            host = "db.example.org"
            port = 5433
            username = "agents"
            password = "***"
            query_password = "${QUERY_PASSWORD}"
            database = "***"
            pasword = "***"

            [storage.encryption]
            active = "2026-11"

            [storage.encryption.keys]
            2026-11 = "***"
            2025 = "file:/run/key"

            [[component]]
            type = "storage"
            name = "docs"
            storage_type = "postgresql"
            password = "***"
            pin = "***"
            """, result.Output, StringComparison.Ordinal);
        Assert.Equal(Path.GetFileName(PathOf("storage.toml")), Assert.Single(Directory.GetFiles(Folder).Select(Path.GetFileName)));
    }

    [Fact]
    public async Task What_is_shown_is_TOML_that_says_the_same()
    {
        await WriteAsync(Right + "\nsession_ttl = \"1h\"\nenforce_chain = true\n");
        var shown = await RunAsync("config", "show", "storage.toml");
        await WriteAsync(shown.Output, "shown.toml");
        Assert.Equal(0, (await RunAsync("config", "validate", "shown.toml")).ExitCode);
        Assert.Equal(shown.Output, (await RunAsync("config", "show", "shown.toml")).Output);
        var json = JsonDocument.Parse((await RunAsync("config", "show", "storage.toml", "--json")).Output).RootElement;
        Assert.True(json.GetProperty("storage").GetProperty("sqlite").GetProperty("enforce_chain").GetBoolean());
    }

    [Fact]
    public async Task What_is_no_configuration_is_not_shown()
    {
        await WriteAsync("password = hunter2");
        var result = await RunAsync("config", "show", "storage.toml");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.DoesNotContain("hunter2", result.Error, StringComparison.Ordinal);
    }
}
