using System.Text.Json;
using StorageKit.Testing.Roslyn;

namespace StorageKit.Testing;

/// <summary>Compares a document with docs/conformance.schema.json. Knows as much of JSON Schema as that file
/// uses, and refuses a schema that uses more.</summary>
internal static class JsonSchema
{
    static readonly string[] s_known =
    [
        "$schema", "title", "description", "type", "const", "enum", "minimum", "required", "additionalProperties",
        "properties", "items",
    ];

    internal static IReadOnlyList<string> Problems(JsonElement document)
    {
        using var schema = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Repository.Root, "docs", "conformance.schema.json")));
        List<string> problems = [];
        Check(document, schema.RootElement, "$", problems);
        return problems;
    }

    static void Check(JsonElement value, JsonElement schema, string at, List<string> problems)
    {
        var unknown = schema.EnumerateObject().Select(keyword => keyword.Name).Except(s_known);
        problems.AddRange(unknown.Select(keyword => $"{at}: the schema uses {keyword}, which this check does not know"));
        if (schema.TryGetProperty("const", out var only) && !JsonElement.DeepEquals(value, only))
            problems.Add($"{at}: expected {only}");
        if (schema.TryGetProperty("enum", out var values)
            && !values.EnumerateArray().Any(one => JsonElement.DeepEquals(value, one)))
            problems.Add($"{at}: expected one of {string.Join(", ", values.EnumerateArray())}");
        if (schema.TryGetProperty("type", out var type) && !IsOf(value, type.GetString()!))
            problems.Add($"{at}: expected {type}");
        else if (schema.TryGetProperty("minimum", out var minimum) && value.GetDouble() < minimum.GetDouble())
            problems.Add($"{at}: expected {minimum} or more");
        else if (value.ValueKind == JsonValueKind.Object)
            CheckObject(value, schema, at, problems);
        else if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
            foreach (var (index, item) in value.EnumerateArray().Index())
                Check(item, items, $"{at}[{index}]", problems);
    }

    static void CheckObject(JsonElement value, JsonElement schema, string at, List<string> problems)
    {
        var properties = schema.GetProperty("properties");
        foreach (var name in schema.GetProperty("required").EnumerateArray())
            if (!value.TryGetProperty(name.GetString()!, out _)) problems.Add($"{at}.{name}: missing");
        foreach (var property in value.EnumerateObject())
            if (properties.TryGetProperty(property.Name, out var own))
                Check(property.Value, own, $"{at}.{property.Name}", problems);
            else problems.Add($"{at}.{property.Name}: unknown");
    }

    static bool IsOf(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No type of JSON Schema."),
    };
}
