using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StorageKit.Cli.Tests;

/// <summary>A section of the schema as a table of a page.</summary>
internal static partial class OptionTable
{
    internal static string Of(JsonNode section)
    {
        var required = section["required"]?.AsArray().Select(key => (string)key!).ToHashSet() ?? [];
        var table = new StringBuilder("| key | type | default | |\n| --- | --- | --- | --- |\n");
        // What has to be there comes first.
        var options = section["properties"]!.AsObject().OrderByDescending(option => required.Contains(option.Key));
        foreach (var (key, option) in options)
            table.Append(
                $"| `{key}` | {TypeOf(option!)} | {(required.Contains(key) ? "*required*" : Default(option!))} "
                + $"| {Meaning(option!)} |\n");
        return table.ToString();
    }

    static string TypeOf(JsonNode option) => (string?)option["type"] switch
    {
        "integer" => $"integer, {option["minimum"]} to {option["maximum"]}",
        "object" => "table",
        _ when option["enum"] is { } names => string.Join(" or ", names.AsArray().Select(name => $"`{name}`")),
        _ when option["pattern"] is not null => "duration",
        _ when IsSecret(option) => "secret",
        var type => type!,
    };

    static string Default(JsonNode option) => option["default"] is { } value ? $"`{value.ToJsonString()}`" : "";

    static string Meaning(JsonNode option) => Sentence().Match((string)option["description"]!).Value;

    static bool IsSecret(JsonNode option) =>
        ((string)option["description"]!).Contains("Secret: write", StringComparison.Ordinal);

    [GeneratedRegex(@"^.*?\.(?=\s+\p{Lu}|$)|^.*$")]
    private static partial Regex Sentence();
}
