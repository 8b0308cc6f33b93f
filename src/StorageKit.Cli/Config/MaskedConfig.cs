using System.Text.Json.Nodes;
using StorageKit.Toml;

namespace StorageKit.Cli.Config;

/// <summary>A configuration that may be shown: a value is in it only when a driver says that it is no secret.</summary>
internal sealed class MaskedConfig(Registry registry)
{
    internal const string Mask = "***";

    // Of the kit's own tables; what they are named in is not looked at.
    static readonly string[] s_shownKeys = ["active", "type", "name", "description", "storage_type", "storage"];

    readonly Dictionary<string, bool> _isShown = registry.Drivers
        .SelectMany(driver => driver.DescribeOptions()).SelectMany(Flatten)
        .GroupBy(option => option.Key, StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key, group => group.All(option => (option.Flags & OptionFlags.Secret) == 0),
            StringComparer.Ordinal);

    internal JsonObject Of(StorageConfig config)
    {
        var shown = new JsonObject();
        foreach (var entry in config.Root)
            if (entry.Key is "storage" or "component" or "agent")
                shown.Add(
                    entry.Key, entry.Key == "storage" ? Storage((TomlTable)entry.Value) : Masked("", entry.Value));
        return shown;
    }

    JsonObject Storage(TomlTable table)
    {
        var shown = new JsonObject();
        var kinds = registry.Drivers.SelectMany(driver => driver.Stores).SelectMany(store => store.Contracts)
            .Select(contract => contract.Kind).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in table)
            shown.Add(entry.Key, entry.Value is TomlString text && kinds.Contains(entry.Key) && IsPlain(text.Value)
                ? JsonValue.Create(text.Value)
                : Masked(entry.Key, entry.Value));
        return shown;
    }

    JsonNode Masked(string key, TomlValue value) => value switch
    {
        TomlTable table => new JsonObject(
            table.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)Masked(entry.Key, entry.Value)))),
        TomlArray array => new JsonArray([.. array.Select(element => Masked(key, element))]),
        TomlString text when IsReference(text.Value) || (IsShown(key) && IsPlain(text.Value)) => text.Value,
        TomlBoolean boolean => boolean.Value,
        TomlInteger integer when IsShown(key) => integer.Value,
        TomlFloat number when IsShown(key) && double.IsFinite(number.Value) => number.Value,
        _ => Mask,
    };

    bool IsShown(string key) => _isShown.TryGetValue(key, out var shown)
        ? shown
        : s_shownKeys.Contains(key, StringComparer.Ordinal) || key.StartsWith("max_", StringComparison.Ordinal);

    /// <summary>Whether a text is the name of a secret and not the secret.</summary>
    static bool IsReference(string text) =>
        text.StartsWith("file:", StringComparison.Ordinal)
        || (text.StartsWith("${", StringComparison.Ordinal) && text.EndsWith('}')
            && text[2..^1].All(c => char.IsAsciiLetterOrDigit(c) || c == '_'));

    /// <summary>Whether a text is no address that a password may be part of.</summary>
    static bool IsPlain(string text) =>
        !text.Contains("://", StringComparison.Ordinal) && !text.Contains('@', StringComparison.Ordinal)
        && !text.Contains('=', StringComparison.Ordinal);

    static IEnumerable<OptionDescription> Flatten(OptionDescription option) =>
        option.Options.SelectMany(Flatten).Prepend(option);
}
