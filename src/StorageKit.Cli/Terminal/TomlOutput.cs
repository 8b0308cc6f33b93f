using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StorageKit.Cli.Terminal;

/// <summary>Writes a tree as TOML: values first, then a header for each table.</summary>
internal static class TomlOutput
{
    internal static string Write(JsonObject root)
    {
        var text = new StringBuilder();
        Write(text, "", root);
        return text.ToString();
    }

    static void Write(StringBuilder text, string path, JsonObject table)
    {
        foreach (var (key, value) in table)
            if (!IsTable(value) && !IsTables(value))
                text.Append(Key(key)).Append(" = ").Append(Inline(value)).Append('\n');
        foreach (var (key, value) in table)
        {
            var inner = path.Length == 0 ? Key(key) : $"{path}.{Key(key)}";
            if (IsTable(value)) Write(text, $"[{inner}]", inner, (JsonObject)value!);
            else if (IsTables(value))
                foreach (var element in (JsonArray)value!) Write(text, $"[[{inner}]]", inner, (JsonObject)element!);
        }
    }

    static void Write(StringBuilder text, string header, string path, JsonObject table)
    {
        // A table of tables alone needs no header of its own.
        if (header[1] == '[' || table.Count == 0 || table.Any(entry => !IsTable(entry.Value) && !IsTables(entry.Value)))
            text.Append(text.Length == 0 ? "" : "\n").Append(header).Append('\n');
        Write(text, path, table);
    }

    internal static string Inline(JsonNode? value) => value switch
    {
        JsonArray array => $"[{string.Join(", ", array.Select(Inline))}]",
        JsonObject table => $"{{ {string.Join(", ", table.Select(e => $"{Key(e.Key)} = {Inline(e.Value)}"))} }}",
        JsonValue text when text.GetValueKind() == JsonValueKind.String => Quote(text.GetValue<string>()),
        _ => value!.ToJsonString(),
    };

    static bool IsTable(JsonNode? value) => value is JsonObject;

    static bool IsTables(JsonNode? value) => value is JsonArray { Count: > 0 } array && array.All(IsTable);

    static string Key(string key) =>
        key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? key : Quote(key);

    static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
            _ = c switch
            {
                '"' or '\\' => text.Append('\\').Append(c),
                < ' ' or '\x7f' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => text.Append(c),
            };
        return text.Append('"').ToString();
    }
}
