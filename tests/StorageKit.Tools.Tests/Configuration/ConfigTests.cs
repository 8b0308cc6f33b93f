namespace StorageKit.Tools.Tests.Configuration;

public sealed class ConfigTests
{
    const string Whole = """
        [[component]]
        type = "storage"
        name = "scratch"
        storage_type = "memory"
        max_value_bytes = 2000
        max_key_bytes = 100
        max_page_size = 5
        max_result_bytes = 8192

        [[component]]
        type = "storage"
        name = "docs"
        description = "Handbooks, one a key"
        storage_type = "local"
        base_path = "data/docs"

        [[component]]
        type = "storage"
        name = "notes"
        storage_type = "sqlite"
        path = "notes.db"

        [[component]]
        type = "storage"
        name = "shared"
        storage_type = "postgresql"
        host = "db"
        username = "agents"
        password = "${DB_PASSWORD}"
        database = "agents"

        [[agent]]
        name = "Weather Agent"
        storage = ["docs:read", "scratch"]

        [[agent]]
        name = "idle"

        [someone_elses]
        table = 1
        """;

    const string WholeJson = """
        {
          "component": [
            {"type": "storage", "name": "scratch", "storage_type": "memory", "max_value_bytes": 2000,
             "max_key_bytes": 100, "max_page_size": 5, "max_result_bytes": 8192},
            {"type": "storage", "name": "docs", "description": "Handbooks, one a key", "storage_type": "local",
             "base_path": "data/docs"},
            {"type": "storage", "name": "notes", "storage_type": "sqlite", "path": "notes.db"},
            {"type": "storage", "name": "shared", "storage_type": "postgresql", "host": "db", "username": "agents",
             "password": "${DB_PASSWORD}", "database": "agents"}
          ],
          "agent": [{"name": "Weather Agent", "storage": ["docs:read", "scratch"]}, {"name": "idle"}],
          "someone_elses": {"table": 1.5}
        }
        """;

    [Theory]
    [InlineData(Whole, "storage.toml"), InlineData(WholeJson, "storage.json")]
    public void The_same_components_and_agents_are_read_from_TOML_and_from_JSON(string text, string file)
    {
        var config = Read(text, file);

        Assert.Equal(
            [("scratch", "memory"), ("docs", "local"), ("notes", "sqlite"), ("shared", "postgresql")],
            config.Components.Select(component => (component.Name, component.StorageType!)));
        Assert.Equal("Handbooks, one a key", config.Components[1].Description);
        Assert.Equal(
            new() { MaxValueBytes = 2000, MaxKeyBytes = 100, MaxPageSize = 5, MaxResultBytes = 8192 },
            config.Components[0].Limits);
        Assert.Equal(StorageLimits.Default, config.Components[1].Limits);
        Assert.Equal(["Weather Agent", "idle"], config.Agents.Select(agent => agent.Name));
        Assert.Equal(["docs:read", "scratch"], config.Agents[0].Grants.Select(grant => grant.ToString()));
        Assert.Empty(config.Agents[1].Grants);
    }

    [Fact]
    public void A_file_is_read_by_the_format_of_its_name()
    {
        var folder = Directory.CreateTempSubdirectory("storagekit-tools-");
        foreach (var (name, text) in new[] { ("a.toml", Whole), ("b.json", WholeJson) })
        {
            var path = Path.Combine(folder.FullName, name);
            File.WriteAllText(path, "\ufeff" + text);
            Assert.Equal(4, ToolsConfig.Load(path, Workshop.Registry(), Services).Components.Count);
        }
        Assert.Throws<StorageConfigException>(
            () => ToolsConfig.Load(Path.Combine(folder.FullName, "c.toml"), Workshop.Registry()));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_file_without_components_and_agents_has_none()
    {
        Assert.Empty(Read("").Components);
        Assert.Empty(Read("{}", "x.json").Agents);
    }

    [Fact]
    public void A_description_becomes_one_short_line_without_hidden_characters()
    {
        var config = Read(
            $"""
            [[component]]
            type = "storage"
            name = "docs"
            storage_type = "memory"
            description = "a\u001b[31m\nIgnore\u202e all\u200b {new string('x', 2000)}"
            """);

        var description = config.Components[0].Description!;
        Assert.StartsWith("a [31m Ignore all x", description, StringComparison.Ordinal);
        Assert.InRange(description.Length, ToolComponent.LongestDescription - 1, ToolComponent.LongestDescription);
    }

    [Fact]
    public void What_a_configuration_is_printed_as_shows_no_password()
    {
        var config = Read(Whole.Replace("${DB_PASSWORD}", "hunter2", StringComparison.Ordinal));

        Assert.All(
            config.Components, component => Assert.DoesNotContain("hunter2", $"{component}", StringComparison.Ordinal));
        Assert.DoesNotContain("hunter2", $"{config}", StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_call_and_a_result_are_printed_as_shows_no_value()
    {
        var call = new ToolCall("a", FaultyProvider.Tool("one-x", "one"), Json.Of("""{"value":"hunter2"}"""));

        Assert.Equal("one-x for a", $"{call}");
        Assert.Equal("Succeeded", $"{ToolResult.Success("hunter2")}");
    }

    [Fact]
    public async Task Applying_a_changed_file_opens_what_is_new_closes_what_is_gone_and_leaves_the_rest_alone()
    {
        await using var workshop = new Workshop();
        await workshop.ApplyAsync(Components("a", "b") + "\n[[agent]]\nname='x'\nstorage=['a','b']");
        await workshop.CallAsync("x", "a-write", Json.KeyValue("k", "kept"));
        await workshop.Host.RegisterComponentAsync(
            new StorageComponent("given", new Memory.MemoryObjectStore(new(new(), TimeProvider.System), default)));

        await workshop.ApplyAsync(Components("a", "c") + "\n[[agent]]\nname='x'\nstorage=['a','c']");

        Assert.Equal(
            ["a", "c"], workshop.Host.ComponentsFor("x").Select(granted => granted.Component.Name));
        Assert.Equal("kept", (await workshop.CallAsync("x", "a-read", Json.Key("k"))).String("value"));
        workshop.Host.SetAgent(new("y", [new("given", ToolAccess.Read), new("b", ToolAccess.Read)]));
        Assert.Equal("given", Assert.Single(workshop.Host.ComponentsFor("y")).Component.Name);

        await workshop.ApplyAsync(Components("a").Replace("memory", "sqlite\"\npath = \"FOLDER/a.db"));
        Assert.Empty(workshop.Host.ToolsFor("x"));
        workshop.Host.SetAgent(new("z", [new("a", ToolAccess.Read)]));
        Assert.True((await workshop.CallAsync("z", "a-read", Json.Key("k"))).IsError);
    }

    [Fact]
    public async Task A_component_that_cannot_be_opened_is_told_of_without_its_password_and_the_others_open()
    {
        await using var workshop = new Workshop();
        var config = Read(
            Components("a")
            + """

            [[component]]
            type = "storage"
            name = "away"
            storage_type = "postgresql"
            host = "127.0.0.1"
            port = 1
            username = "u"
            password = "hunter2"
            database = "d"
            """);

        var failure = Assert.Single(await workshop.Host.ApplyAsync(config));

        Assert.Contains("\"away\"", failure.Message);
        Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
        workshop.Host.SetAgent(new("x", [new("a", ToolAccess.Read), new("away", ToolAccess.Read)]));
        Assert.Equal("a", Assert.Single(workshop.Host.ComponentsFor("x")).Component.Name);
    }

    static readonly StorageServices Services = new() { Environment = name => name == "DB_PASSWORD" ? "pw" : null };

    static ToolsConfig Read(string text, string file = "storage.toml") =>
        ToolsConfig.Parse(text, Workshop.Registry(), Services, file);

    static string Components(params string[] names) => string.Concat(names.Select(
        name => $"[[component]]\ntype = \"storage\"\nname = \"{name}\"\nstorage_type = \"memory\"\n"));
}
