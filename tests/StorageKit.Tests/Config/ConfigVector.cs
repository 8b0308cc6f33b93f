using System.Text.Json;

namespace StorageKit.Tests.Config;

/// <summary>A file of the shared configurations, with what the reference says of it.</summary>
internal sealed class ConfigVector
{
    internal const string Folder = "vectors/storage_configs";

    readonly JsonElement _expected;

    ConfigVector(JsonElement expected) => _expected = expected;

    internal static IReadOnlyList<ConfigVector> All()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedData.PathTo(Folder, "expected.json")));
        return [.. document.RootElement.GetProperty("files").EnumerateArray()
            .Select(file => new ConfigVector(file.Clone()))];
    }

    internal string Name => _expected.GetProperty("file").GetString()!;

    internal string Path => SharedData.PathTo(Folder, Name);

    internal JsonElement Outcome => _expected.GetProperty("outcome");

    internal bool IsOk => Outcome.TryGetProperty("ok", out _);

    /// <summary>Whether the reference lets pass what a careful product does not.</summary>
    internal bool HasGap => _expected.TryGetProperty("gap", out _);

    internal IReadOnlyList<string> Secrets => Texts(_expected, "must_never_appear_in_output");

    internal IEnumerable<(string Kind, string Driver)> Selected =>
        _expected.TryGetProperty("selected", out var selected)
        ? selected.EnumerateObject().Select(property => (property.Name, property.Value.GetString()!))
        : [];

    /// <summary>Kind by kind, the message with which the reference fails to build it; null where it succeeds.</summary>
    internal IReadOnlyList<(string Kind, string? Message)> Boot =>
        _expected.TryGetProperty("reference_boot", out var boot)
        ? [.. boot.EnumerateObject().Select(property => (property.Name, Text(property.Value, "message")))]
        : [];

    internal static string? Text(JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var text)
            ? text.GetString()
            : null;

    internal static IReadOnlyList<string> Texts(JsonElement element, string property) =>
        element.TryGetProperty(property, out var texts)
            ? [.. texts.EnumerateArray().Select(text => text.GetString()!)]
            : [];
}
