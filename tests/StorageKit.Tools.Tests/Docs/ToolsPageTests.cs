using System.Globalization;
using System.Text.Json;
using StorageKit.Testing.Roslyn;

namespace StorageKit.Tools.Tests.Docs;

/// <summary>docs/tools.md can be followed: its files are read, its code is compiled and run, its tables are true.
/// </summary>
[Collection(nameof(SharedServer))]
public sealed class ToolsPageTests(SharedServer shared)
{
    static readonly string Page = Read("docs/tools.md");

    static readonly StorageServices Services = new() { Environment = _ => "secret" };

    [Fact]
    public void The_files_are_read_as_they_stand_there()
    {
        var toml = ToolsConfig.Parse(Assert.Single(Blocks("toml")), Workshop.Registry(), Services);
        var json = ToolsConfig.Parse(Assert.Single(Blocks("json")), Workshop.Registry(), Services, "storage.json");

        Assert.Equal(["docs", "scratch", "notes", "crm"], toml.Components.Select(component => component.Name));
        Assert.Equal(["docs:read", "crm:read"], toml.Agents[1].Grants.Select(grant => grant.ToString()));
        Assert.Equal("docs", Assert.Single(json.Components).Name);
    }

    [Fact]
    public void The_error_is_what_a_wrong_file_gives()
    {
        var wrong = Blocks("toml")[0].Split("\n\n")[0].Replace(
            "description = \"Handbooks, one a key\" # for the model; one line, at most 500 characters\n", "",
            StringComparison.Ordinal).Replace("\"local\"", "\"lokal\"", StringComparison.Ordinal);

        var error = Assert.Throws<StorageConfigException>(() => ToolsConfig.Parse(wrong, Workshop.Registry()));

        Assert.Equal(Assert.Single(Blocks("text")).TrimEnd(), error.Message);
    }

    [Fact]
    public async Task The_code_is_compiled_and_does_what_it_says()
    {
        var shown = Assert.Single(Blocks("csharp")).TrimEnd().Split('\n')
            .Select(line => line.Length == 0 ? line : new string(' ', 8) + line);
        Assert.Contains(
            string.Join('\n', shown), Read("tests/StorageKit.Tools.Tests/Docs/HostExample.cs"),
            StringComparison.Ordinal);

        var folder = Directory.CreateTempSubdirectory("storagekit-tools-");
        var path = Path.Combine(folder.FullName, "storage.toml");
        await File.WriteAllTextAsync(
            path, "[[component]]\ntype='storage'\nname='docs'\nstorage_type='memory'\n"
            + "[[agent]]\nname='writer'\nstorage=['docs']");
        var audit = new Recorder();
        Assert.False((await HostExample.RunAsync(path, audit)).IsError);
        Assert.Single(audit.Entries);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_table_of_tools_names_each_with_its_arguments_and_what_it_gives()
    {
        var name = $"page{Guid.NewGuid():N}"[..20];
        await shared.Server.QueryAsync($"CREATE ROLE {name} LOGIN PASSWORD 'x'");
        await using var workshop = await Workshop.OpenAsync($"""
            [[component]]
            type = "storage"
            name = "docs"
            storage_type = "memory"

            [[component]]
            type = "storage"
            name = "crm"
            {shared.Section(name)}
            query = true
            query_username = '{name}'
            query_password = 'x'

            [[agent]]
            name = "a"
            storage = ["docs", "crm"]
            """);
        var tools = workshop.Host.ToolsFor("a")
            .Where(tool => tool.Component == "docs" || tool.Name is "crm-query" or "crm-tables")
            .Select(tool => $"| `{tool.Name}` | {Names(tool.InputSchema)} | {Names(tool.OutputSchema!.Value)} |"
                .Replace("|  |", "| |", StringComparison.Ordinal));

        Assert.Equal(
            tools.Order(StringComparer.Ordinal),
            Page.Split('\n').Where(line => line.StartsWith("| `docs-", StringComparison.Ordinal)
                || line.StartsWith("| `crm-", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_table_of_limits_has_their_defaults_and_ranges()
    {
        var rows = Page.Split('\n').Where(line => line.StartsWith("| `max_", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();
        var limits = StorageLimits.Default;
        Assert.Equal(
            [limits.MaxKeyBytes, limits.MaxValueBytes, limits.MaxPageSize, limits.MaxResultBytes],
            rows.Select(row => int.Parse(row[2], CultureInfo.InvariantCulture)));
        foreach (var row in rows)
        {
            var (key, min, max) = (row[1].Trim('`'), long.Parse(row[3]), long.Parse(row[4]));
            Assert.All((long[])[min, max], value => ToolsConfig.Parse(With(key, value), Workshop.Registry()));
            Assert.All(
                (long[])[min - 1, max + 1], value => Assert.Throws<StorageConfigException>(
                    () => ToolsConfig.Parse(With(key, value), Workshop.Registry())));
        }
    }

    static string With(string key, long value) =>
        $"[[component]]\ntype='storage'\nname='docs'\nstorage_type='memory'\n{key} = {value}";

    static string Names(JsonElement schema) => string.Join(
        ", ", schema.GetProperty("properties").EnumerateObject().Select(property => $"`{property.Name}`"));

    static string Read(string path) =>
        File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");

    static string[] Blocks(string language) =>
        [.. Page.Split($"```{language}\n").Skip(1).Select(rest => rest.Split("\n```")[0] + "\n")];
}
