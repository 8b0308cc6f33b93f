using System.Text.Json.Nodes;
using StorageKit.Toml;

namespace StorageKit.Cli.Config;

/// <summary>A table as it is, secrets included: for what is opened, never for what is shown.</summary>
internal static class TomlTree
{
    internal static JsonObject Of(TomlTable table) =>
        new(table.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)Of(entry.Value))));

    static JsonNode Of(TomlValue value) => value switch
    {
        TomlTable table => Of(table),
        TomlArray array => new JsonArray([.. array.Select(Of)]),
        TomlBoolean boolean => boolean.Value,
        TomlInteger integer => integer.Value,
        TomlFloat number => number.Value,
        TomlString text => text.Value,
        // No option is a date; as a text it is refused with its own words.
        _ => value.ToString()!,
    };
}
