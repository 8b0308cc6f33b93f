using StorageKit.Toml;

namespace StorageKit;

public sealed partial class Registry
{
    static string FileOf(string driver) => $"[storage.{driver}]";

    List<ConfigError> ResolveSection(
        string file, string driver, string sectionToml, StorageServices services, out SelectedDriver? selected,
        out KeyRing? ring)
    {
        selected = null;
        ring = null;
        if (!_drivers.TryGetValue(driver, out var registration)) return [Unknown(file, null, null, driver)];
        if (!TomlDocument.TryParse(sectionToml, file, out var document, out var syntaxErrors))
            return [.. syntaxErrors.Select(
                e => new ConfigError(ConfigErrorKind.ParseError, file, e.Span.Start, e.Message))];
        List<ConfigError> errors = [];
        var section = document.Root;
        var encryption = EncryptionAfter(ref section);
        var bound = new SelectedDriver(registration, new TomlEntry(driver, section.Span, section), section.Span.Start);
        bound.Bind(file, services, errors);
        if (encryption is { } entry) ring = EncryptionSection.Read(file, entry, services, errors);
        if (errors.Count == 0) selected = bound;
        return errors;
    }

    /// <summary>Takes what the header <c>[storage.encryption]</c> has begun out of a section's text.</summary>
    static TomlEntry? EncryptionAfter(ref TomlTable section)
    {
        const string Storage = "storage";
        if (!section.TryGet(Storage, out var storage)
            || storage.Value is not TomlTable { Kind: TomlTableKind.Implicit, Count: 1 } tables
            || !tables.TryGet(EncryptionSection.Name, out var encryption))
            return null;
        var rest = new TomlTable(section.Kind, section.Span);
        foreach (var entry in section)
            if (entry.Key != Storage)
                rest.Add(entry.Key, entry.KeySpan, entry.Value);
        section = rest;
        return encryption;
    }
}
