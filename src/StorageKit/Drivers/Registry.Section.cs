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
        var (own, others) = Split(document.Root);
        var bound = new SelectedDriver(registration, new TomlEntry(driver, own.Span, own), own.Span.Start);
        bound.Bind(file, services, errors);
        if (others is not null) FollowAlone(file, own, others, services, bound, errors);
        if (others?.TryGet(EncryptionSection.Name, out var encryption) == true)
            ring = EncryptionSection.Read(file, encryption, services, errors);
        if (errors.Count == 0) selected = bound;
        return errors;
    }

    /// <summary>The section's own keys, and the other sections of the file. No option is a table, so a table of this
    /// name can be nothing else.</summary>
    static (TomlTable Own, TomlTable? Others) Split(TomlTable root)
    {
        if (root["storage"] is not TomlTable others) return (root, null);
        var own = new TomlTable(root.Kind, root.Span);
        foreach (var entry in root)
            if (entry.Key != "storage")
                own.Add(entry.Key, entry.KeySpan, entry.Value);
        return (own, others);
    }

    void FollowAlone(
        string file, TomlTable own, TomlTable others, StorageServices services, SelectedDriver bound,
        List<ConfigError> errors)
    {
        var all = Follow(StorageConfig.OfSections(file, own, others), services, [bound], errors);
        foreach (var entry in others)
            if (entry.Key != EncryptionSection.Name
                && !all.Exists(driver => driver != bound && driver.Driver.Name == entry.Key))
                errors.Add(new(
                    ConfigErrorKind.Option, file, entry.KeySpan.Start,
                    $"[storage.{QuotedName.OfKey(entry.Key)}] is referred to by no option of {file}")
                { Driver = bound.Driver.Name, Hint = "leave it out" });
    }
}
