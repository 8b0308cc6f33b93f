using System.Globalization;
using System.Text.Json;
using StorageKit.Toml;

namespace StorageKit.Tests.Toml;

/// <summary>Compares a document with what toml-test expects of it: JSON whose leaves are {"type", "value"}.</summary>
internal static class TaggedJson
{
    /// <summary>The first difference, or null.</summary>
    internal static string? Difference(JsonElement expected, TomlValue actual, string path = "")
    {
        if (IsLeaf(expected)) return LeafDifference(expected, actual, path);
        if (expected.ValueKind == JsonValueKind.Array)
        {
            if (actual is not TomlArray array) return $"{path}: expected an array, got a {actual.TypeName}";
            if (array.Count != expected.GetArrayLength()) return $"{path}: got {array.Count} elements";
            return expected.EnumerateArray().Select((e, i) => Difference(e, array[i], $"{path}[{i}]"))
                .FirstOrDefault(d => d is not null);
        }

        if (actual is not TomlTable table) return $"{path}: expected a table, got a {actual.TypeName}";
        var properties = expected.EnumerateObject().ToList();
        if (properties.Count != table.Count) return $"{path}: expected {properties.Count} keys, got {table.Count}";
        return properties
            .Select(p => table.TryGet(p.Name, out var entry)
                ? Difference(p.Value, entry.Value, $"{path}.{p.Name}")
                : $"{path}.{p.Name}: missing")
            .FirstOrDefault(d => d is not null);
    }

    static bool IsLeaf(JsonElement e) =>
        e.ValueKind == JsonValueKind.Object && e.TryGetProperty("type", out var type)
        && type.ValueKind == JsonValueKind.String && e.TryGetProperty("value", out var value)
        && value.ValueKind == JsonValueKind.String;

    static string? LeafDifference(JsonElement expected, TomlValue actual, string path)
    {
        var type = expected.GetProperty("type").GetString()!;
        var text = expected.GetProperty("value").GetString()!;
        var equal = (type, actual) switch
        {
            ("string", TomlString s) => s.Value == text,
            ("integer", TomlInteger i) => i.Value == long.Parse(text, CultureInfo.InvariantCulture),
            ("bool", TomlBoolean b) => b.Value == (text == "true"),
            ("float", TomlFloat f) => SameFloat(f.Value, text),
            (_, TomlDateTime d) => TypeOf(d.Kind) == type && Rfc3339.Of(d) == Rfc3339.Of(text),
            _ => false,
        };
        return equal ? null : $"{path}: expected {type} {text}, got {Rendering.Of(actual)}";
    }

    static string TypeOf(TomlDateTimeKind kind) => kind switch
    {
        TomlDateTimeKind.OffsetDateTime => "datetime",
        TomlDateTimeKind.LocalDateTime => "datetime-local",
        TomlDateTimeKind.LocalDate => "date-local",
        _ => "time-local",
    };

    static bool SameFloat(double actual, string expected) => expected.TrimStart('+', '-') switch
    {
        "nan" => double.IsNaN(actual),
        "inf" => actual == (expected[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity),
        _ => actual.Equals(double.Parse(expected, CultureInfo.InvariantCulture)),
    };
}
