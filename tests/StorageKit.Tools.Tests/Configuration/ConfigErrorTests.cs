namespace StorageKit.Tools.Tests.Configuration;

/// <summary>Everything that is wrong with a file is said at once, with its place.</summary>
public sealed class ConfigErrorTests
{
    [Fact]
    public void All_errors_of_a_file_are_said_at_once_in_its_order_with_their_places() =>
        AssertTomlErrors(
            """
            [[component]]
            type = "storage"
            name = "docs"
            storage_type = "lokal"

            [[component]]
            type = "storag"
            name = "Docs-Two"
            storage_type = "local"
            base_path = 7
            path = "x"

            [[component]]
            type = "storage"
            name = "docs"
            storage_type = "postgresql"
            port = "5432"
            host = "db"
            max_page_size = 0

            [[agent]]
            name = "a"
            storage = ["dosc", "docs:write", "docs", "docs:read"]

            [[agent]]
            name = "A"
            storag = []
            """,
            "4:16: [[component]] unknown storage_type \"lokal\"; available: [local, memory, postgresql, sqlite]; "
            + "did you mean \"local\"?",
            "7:8: [[component]] type: expected one of \"storage\", found \"storag\"; did you mean \"storage\"?",
            "8:8: [[component]] name: \"Docs-Two\" is none that a model can call; "
            + "a name is a lower-case letter, then a-z, 0-9 and _",
            "10:13: [[component]] base_path: expected string, found 7",
            "11:1: [[component]] unknown key \"path\"; its keys are base_path, busy_timeout, description, "
            + "enforce_chain, max_key_bytes, max_page_size, max_result_bytes, max_value_bytes, name, plaintext, "
            + "segment_size, session_ttl, storage_type, type",
            "13:1: [[component]] missing key \"password\"; add password = … (string)",
            "13:1: [[component]] missing key \"database\"; add database = … (string)",
            "13:1: [[component]] missing key \"username\"; add username = … (string)",
            "15:8: [[component]] name: there is a component \"docs\" already; give each a name of its own",
            "17:8: [[component]] port: expected integer from 1 to 65535, found a string (not shown: it may hold a "
            + "secret); remove the quotes",
            "19:17: [[component]] max_page_size: expected integer from 1 to 1000, found 0",
            "23:12: [[agent]] storage: there is no component \"dosc\"; did you mean \"docs\"?",
            "23:20: [[agent]] storage: \"docs:write\" is no grant; write \"docs\" for all tools of a component, "
            + "\"docs:read\" for those that change nothing",
            "23:42: [[agent]] storage: \"docs\" is granted already; grant each component once",
            "26:8: [[agent]] name: there is an agent \"a\" already; give each a name of its own",
            "27:1: [[agent]] unknown key \"storag\"; did you mean \"storage\"?");

    [Fact]
    public void Errors_of_JSON_have_their_places_too() =>
        AssertErrors(
            """
            {
              "component": [
                {"type": "storage", "nme": "é😀docs", "storage_type": "memory"},
                {"type": "storage", "name": "two", "storage_type": "sqlite", "path": null},
                {"type": "storage", "name": "two", "name": "three", "storage_type": "memory"}
              ]
            }
            """,
            "storage.json",
            "4:74: null is no value; leave the key out",
            "5:40: name stands here twice; keep one of them");

    [Fact]
    public void A_wrong_component_of_JSON_is_told_as_one_of_TOML() =>
        AssertErrors(
            """{ "component": [ {"type": "storage", "nme": "é😀", "storage_type": "memory"} ], "agent": {} }""",
            "storage.json",
            "1:18: [[component]] missing key \"name\"; add name = … (string)",
            "1:38: [[component]] unknown key \"nme\"; did you mean \"name\"?",
            "1:81: agent: expected an array of tables, found a table; write [[agent]]");

    [Theory]
    [InlineData("{\"component\": hunter2}", "1:15"), InlineData("{\"a\": 1,}", "1:9"), InlineData("", "1:1")]
    [InlineData("{\n  // hunter2\n}", "2:3"), InlineData("{\"a\": \"hunter2", "1:7"), InlineData("{} hunter2", "1:4")]
    public void What_is_not_JSON_is_told_with_its_line_and_without_its_text(string json, string place)
    {
        var error = Assert.Single(Errors(json, "x.json"));

        Assert.StartsWith($"x.json:{place}:", error, StringComparison.Ordinal);
        Assert.Contains("is not JSON here", error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]"), InlineData("12"), InlineData("\"x\"")]
    public void JSON_that_is_no_object_is_refused(string json) =>
        Assert.Contains("expected a JSON object", Assert.Single(Errors(json, "x.json")), StringComparison.Ordinal);

    [Fact]
    public void A_name_whose_tools_would_be_too_long_is_refused_and_the_longest_one_is_not()
    {
        var longest = new string('a', StorageComponent.LongestName);
        Assert.Equal(56, longest.Length);
        Assert.Empty(Errors(Component(longest)));

        Assert.Contains(
            "has 57 characters, and with \"-exists\" more than the 63 that a model can call; use at most 56",
            Assert.Single(Errors(Component(longest + "a"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a-b"), InlineData("A"), InlineData("é"), InlineData(""), InlineData("1a"), InlineData("_a")]
    [InlineData("a b"), InlineData("a.b"), InlineData("а")]
    public void A_name_that_a_model_cannot_call_is_refused(string name) =>
        Assert.Contains(
            "is none that a model can call", Assert.Single(Errors(Component(name))), StringComparison.Ordinal);

    [Fact]
    public void A_password_is_never_repeated()
    {
        const string Section = """
            [[component]]
            type = "storage"
            name = "docs"
            storage_type = "postgresql"
            host = "db"
            username = "u"
            database = "d"
            """;
        foreach (var wrong in (string[])
            ["password = 12345", "password = ['hunter2']", "password = '${NO_SUCH}'", "password = 'file:/no/such'",
                "passwort = 'hunter2'", "password = '${hunter-2}'"])
        {
            var errors = string.Join('\n', Errors($"{Section}\n{wrong}"));
            Assert.NotEmpty(errors);
            Assert.DoesNotContain("hunter", errors, StringComparison.Ordinal);
            Assert.DoesNotContain("12345", errors, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("[[components]]\nname = 'x'", "did you mean [[component]]?")]
    [InlineData("[[agents]]\nname = 'x'", "did you mean [[agent]]?")]
    [InlineData("[component]\nname = 'x'", "write [[component]]")]
    [InlineData("component = [1]", "write [[component]]")]
    public void A_misspelt_table_is_not_taken_for_somebody_elses(string toml, string hint) =>
        Assert.Contains(hint, Assert.Single(Errors(toml)), StringComparison.Ordinal);

    [Fact]
    public void A_component_cannot_stand_on_a_driver_that_provides_no_objects()
    {
        var error = Assert.Single(Errors(Component("docs").Replace("memory", "outbox")));

        Assert.Contains("available: [local, memory, postgresql, sqlite]", error, StringComparison.Ordinal);
    }

    static string Component(string name) =>
        $"[[component]]\ntype = \"storage\"\nname = \"{name}\"\nstorage_type = \"memory\"\n";

    static void AssertTomlErrors(string toml, params string[] expected) =>
        Assert.Equal(expected.Select(error => $"storage.toml:{error}"), Errors(toml));

    static void AssertErrors(string json, string file, params string[] expected) =>
        Assert.Equal(expected.Select(error => $"{file}:{error}"), Errors(json, file));

    static string[] Errors(string text, string file = "storage.toml")
    {
        try
        {
            ToolsConfig.Parse(text, Workshop.Registry(), new() { Environment = _ => null }, file);
            return [];
        }
        catch (StorageConfigException e)
        {
            return [.. e.Errors.Select(error => error.ToString())];
        }
    }
}
