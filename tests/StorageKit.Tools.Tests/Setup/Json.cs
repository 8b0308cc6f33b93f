using System.Text.Encodings.Web;
using System.Text.Json;

namespace StorageKit.Tools.Tests;

/// <summary>Arguments of calls, and members of results.</summary>
internal static class Json
{
    internal static JsonElement Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    /// <summary>A member of an object: a name and a text.</summary>
    internal static string Member(string name, string text) =>
        $"\"{name}\":\"{JavaScriptEncoder.Default.Encode(text)}\"";

    internal static string Key(string key) => Member("key", key);

    internal static string KeyValue(string key, string value) => $"{Key(key)},{Member("value", value)}";

    internal static string String(this ToolResult result, string member) =>
        Content(result).GetProperty(member).GetString()!;

    internal static JsonElement Content(this ToolResult result)
    {
        Assert.False(result.IsError, result.Text);
        return result.StructuredContent!.Value;
    }

    /// <summary>The keys of a page of a listing.</summary>
    internal static IEnumerable<string> Keys(this ToolResult result) =>
        Content(result).GetProperty("objects").EnumerateArray().Select(found => found.GetProperty("key").GetString()!);
}
