using StorageKit.Toml;

namespace StorageKit;

/// <summary>What can be wrong where a configuration names a driver, in words. The registry says it when a configuration
/// is opened, the analyzers say it when the project is built.</summary>
internal static class SelectionErrors
{
    /// <summary>A name that no driver has, or none that serves the contract.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="position">Where the name stands.</param>
    /// <param name="kind">The contract's key; null when any contract will do.</param>
    /// <param name="name">What was asked for.</param>
    /// <param name="available">The drivers that would do, in ordinal order.</param>
    /// <param name="isKnown">Whether a driver of another contract has the name.</param>
    internal static ConfigError Unknown(
        string file, TextPosition? position, string? kind, string name, IReadOnlyList<string> available, bool isKnown)
    {
        var what = kind is null ? "driver" : $"{kind} driver";
        return new(
            ConfigErrorKind.UnknownDriver, file, position,
            $"unknown {what} {QuotedName.OrHidden(name)}; available drivers: [{string.Join(", ", available)}]")
        {
            Contract = kind,
            Driver = QuotedName.IsShown(name) ? name : null,
            Available = available,
            Hint = HintFor(kind, name, available, isKnown),
        };
    }

    static string? HintFor(string? kind, string name, IReadOnlyList<string> available, bool isKnown)
    {
        if (!QuotedName.IsShown(name))
            return "it looks like an address: name the driver here, the address goes into its section";
        if (isKnown) return $"the driver \"{name}\" does not serve {kind}";
        if (NearestName.Of(name, available) is { } near) return $"did you mean \"{near}\"?";
        return available.Count == 0 ? "add a driver to the registry" : null;
    }

    /// <summary>A driver that cannot do without its section does not have it.</summary>
    internal static ConfigError NoSection(string file, TextPosition position, string kind, string name) =>
        new(
            ConfigErrorKind.MissingDriverSection, file, position,
            $"driver {QuotedName.Of(name)} (selected for {kind}) has no [storage.{name}] subsection")
        { Contract = kind, Driver = name, Hint = $"add [storage.{name}]", Fault = ConfigFault.Missing };

    /// <summary>A section that is no table.</summary>
    internal static ConfigError NoTable(string file, TomlEntry section, string driver) =>
        new(
            ConfigErrorKind.Option, file, section.Value.Span.Start,
            $"[storage] {section.Key}: expected a table, found {FoundValue.WithArticle(section.Value.TypeName)}")
        {
            Driver = driver,
            Hint = $"write [storage.{section.Key}]",
            Fault = ConfigFault.WrongValue,
            Span = section.Value.Span,
        };

    /// <summary>A driver that refers to itself, directly or not.</summary>
    internal static ConfigError Circle(string file, TextPosition position, string kind, string name) =>
        new(
            ConfigErrorKind.Option, file, position, $"the driver {QuotedName.Of(name)} would stand behind itself")
        {
            Contract = kind,
            Driver = name,
            Hint = "name a driver that does not refer back to this one",
            Fault = ConfigFault.WrongValue,
        };

    /// <summary>A section or key under <c>[storage]</c> that nobody reads.</summary>
    internal static ConfigError Unused(
        string file, TomlEntry entry, IReadOnlyCollection<string> kinds, IReadOnlyCollection<string> drivers,
        TomlTable storage)
    {
        var isKnown = drivers.Contains(entry.Key);
        var names = entry.Value is TomlTable ? [.. drivers, StandardKinds.Encryption] : kinds;
        var near = NearestName.Of(entry.Key, names);
        var key = QuotedName.OfKey(entry.Key);
        var what = entry.Value is TomlTable ? $"[storage.{key}]" : $"[storage] {key}";
        return new(ConfigErrorKind.Unused, file, entry.KeySpan.Start, $"{what} is read by nobody")
        {
            Hint = isKnown ? $"no contract selects the driver \"{entry.Key}\""
                : near is not null ? $"did you mean \"{near}\"?"
                : null,
            Span = entry.KeySpan,
            Fix = isKnown ? null : ConfigFix.OfKey(entry, names, storage),
        };
    }
}
