namespace StorageKit.Tools.Tests.Storage;

/// <summary>A model that calls a tool wrongly is told which argument is wrong and what to do.</summary>
public sealed class ArgumentTests
{
    const string Docs = """
        [[component]]
        type = "storage"
        name = "docs"
        storage_type = "memory"

        [[agent]]
        name = "a"
        storage = ["docs"]
        """;

    [Theory]
    [InlineData("docs-read", "", "\"key\" is missing; give it as a string")]
    [InlineData("docs-read", "\"key\":null", "\"key\" is missing; give it as a string")]
    [InlineData("docs-read", "\"key\":12", "\"key\" has to be a string, and is no such number")]
    [InlineData("docs-read", "\"key\":{}", "\"key\" has to be a string, and is an object")]
    [InlineData("docs-read", "\"kye\":\"a\"", "\"key\" is missing; give it as a string; "
        + "there is no argument \"kye\"; did you mean \"key\"?")]
    [InlineData("docs-read", "\"key\":\"a\",\"key\":\"b\"", "\"key\" is given twice")]
    [InlineData("docs-read", "\"key\":\"a\",\"offset\":-1",
        "\"offset\" has to be a whole number from 0 to 2147483647, and is no such number")]
    [InlineData("docs-read", "\"key\":\"a\",\"offset\":\"1\"",
        "\"offset\" has to be a whole number from 0 to 2147483647, and is a string")]
    [InlineData("docs-read", "\"key\":\"a\",\"offset\":1e400",
        "\"offset\" has to be a whole number from 0 to 2147483647, and is no such number")]
    [InlineData("docs-write", "\"key\":\"a\"", "\"value\" is missing; give it as a string")]
    [InlineData("docs-write", "\"key\":\"a\",\"value\":\"b\",\"encoding\":\"latin1\"",
        "\"encoding\" has to be one of \"utf-8\", \"base64\", and is another one")]
    [InlineData("docs-write", "\"key\":\"a\",\"value\":\"b!\",\"encoding\":\"base64\"",
        "\"value\" is not Base64, as encoding says; pad it with =, or leave encoding out for text")]
    [InlineData("docs-list", "\"limit\":0", "\"limit\" has to be a whole number from 1 to 100, and is no such number")]
    [InlineData("docs-list", "\"recursive\":true",
        "there is no argument \"recursive\"; the arguments are prefix, page_token, limit")]
    public async Task What_is_wrong_is_said_by_the_arguments_name(string tool, string arguments, string message)
    {
        await using var workshop = await Workshop.OpenAsync(Docs);

        var result = await workshop.CallAsync("a", tool, arguments);

        Assert.Equal(ToolOutcome.InvalidArguments, result.Outcome);
        Assert.Equal($"The call was not carried out: {message}.", result.Text);
    }

    [Theory]
    [InlineData("[]"), InlineData("\"key\""), InlineData("12")]
    public async Task Arguments_that_are_no_object_are_refused(string arguments)
    {
        await using var workshop = await Workshop.OpenAsync(Docs);

        var result = await workshop.Host.CallAsync("a", "docs-list", Json.Of(arguments));

        Assert.Contains("the arguments are not a JSON object", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tool_without_required_arguments_can_be_called_without_any()
    {
        await using var workshop = await Workshop.OpenAsync(Docs);

        var listed = await workshop.Host.CallAsync("a", "docs-list", default);

        Assert.Equal("No keys here. There are no more.", listed.Text);
    }

    [Fact]
    public async Task Every_schema_is_closed_and_describes_each_of_its_arguments()
    {
        await using var workshop = await Workshop.OpenAsync(Docs);

        Assert.All(workshop.Host.ToolsFor("a"), tool =>
        {
            Assert.False(tool.InputSchema.GetProperty("additionalProperties").GetBoolean());
            Assert.False(tool.OutputSchema!.Value.GetProperty("additionalProperties").GetBoolean());
            Assert.All(
                tool.InputSchema.GetProperty("properties").EnumerateObject(),
                argument => Assert.NotEmpty(argument.Value.GetProperty("description").GetString()!));
            Assert.InRange(tool.Description.Length, 40, 1024);
        });
    }

    [Fact]
    public async Task What_a_call_gives_is_what_its_output_schema_says()
    {
        await using var workshop = await Workshop.OpenAsync(Docs);
        foreach (var (tool, arguments) in new[]
        {
            ("docs-write", Json.KeyValue("k", "v")), ("docs-read", Json.Key("k")), ("docs-exists", Json.Key("k")),
            ("docs-list", ""), ("docs-delete", Json.Key("k")),
        })
        {
            var schema = workshop.Host.ToolsFor("a").Single(other => other.Name == tool).OutputSchema!.Value;
            var content = (await workshop.CallAsync("a", tool, arguments)).Content();
            Assert.Equal(
                schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!),
                content.EnumerateObject().Select(member => member.Name));
        }
    }

    [Fact]
    public async Task An_offset_within_a_character_or_beyond_the_end_is_refused()
    {
        await using var workshop = await Workshop.OpenAsync(Docs);
        await workshop.CallAsync("a", "docs-write", Json.KeyValue("k", "é!"));

        foreach (var offset in (int[])[1, 4, int.MaxValue])
            Assert.Contains(
                "\"offset\" is not where a page begins: the value has 3 bytes",
                (await workshop.CallAsync("a", "docs-read", $"{Json.Key("k")},\"offset\":{offset}")).Text,
                StringComparison.Ordinal);
        var rest = await workshop.CallAsync("a", "docs-read", $"{Json.Key("k")},\"offset\":2");
        Assert.Equal("!", rest.String("value"));
    }
}
