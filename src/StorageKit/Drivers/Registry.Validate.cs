using StorageKit.Toml;

namespace StorageKit;

public sealed partial class Registry
{
    /// <summary>Holds a configuration against the registered drivers, without opening anything.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="services">Where secrets' variables are looked up.</param>
    /// <returns>Every error: first, kind by kind, unknown drivers and missing sections as the reference checks them,
    /// then the drivers' options and what their layouts do not serve, then <c>[storage.encryption]</c>.</returns>
    public IReadOnlyList<ConfigError> Validate(StorageConfig config, StorageServices? services = null)
    {
        ArgumentNullException.ThrowIfNull(config);
        return Resolve(config, services ?? StorageServices.Default, out _, out _, out _);
    }

    /// <summary>Holds the text of one driver's section against its options, without opening anything. For tests and
    /// suites.
    /// </summary>
    /// <param name="driver">The driver's name.</param>
    /// <param name="sectionToml">What would stand under <c>[storage.NAME]</c>; after it, as in a file,
    /// <c>[storage.encryption]</c> and the <c>[storage.OTHER]</c> tables of drivers that it refers to.</param>
    /// <param name="services">Where secrets' variables are looked up.</param>
    /// <returns>Every error; empty when the section is right.</returns>
    public IReadOnlyList<ConfigError> ValidateSection(
        string driver, string sectionToml = "", StorageServices? services = null)
    {
        ArgumentNullException.ThrowIfNull(driver);
        ArgumentNullException.ThrowIfNull(sectionToml);
        return ResolveSection(FileOf(driver), driver, sectionToml, services ?? StorageServices.Default, out _, out _);
    }

    /// <summary>What is configured and read by nobody: sections of unselected drivers, misspelt keys.</summary>
    public IReadOnlyList<ConfigError> Warnings(StorageConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        var kinds = Contracts().Select(contract => contract.Kind).ToList();
        var read = KeysRead(config);
        List<ConfigError> warnings = [];
        foreach (var entry in config.Entries)
            if (!read.Contains(entry.Key)) warnings.Add(config.Unused(entry, kinds, _drivers.Keys));
        return warnings;
    }

    /// <summary>The keys of <c>[storage]</c> that somebody reads: the contracts', the selected drivers' and those that
    /// these refer to, and <c>encryption</c>.</summary>
    internal HashSet<string> KeysRead(StorageConfig config)
    {
        Resolve(config, StorageServices.Default, out _, out var all, out _);
        HashSet<string> read = [EncryptionSection.Name, .. all.Select(driver => driver.Driver.Name)];
        foreach (var (kind, _) in Contracts())
        {
            read.Add(kind);
            if (config.TryGetDriver(kind, out var driver)) read.Add(driver);
        }
        return read;
    }

    /// <summary>Which driver serves which contract, in the order in which contracts are checked.</summary>
    List<ConfigError> Resolve(
        StorageConfig config, StorageServices services, out List<(string Kind, SelectedDriver Driver)> selection,
        out List<SelectedDriver> all, out KeyRing? ring)
    {
        List<ConfigError> errors = [];
        selection = [];
        foreach (var (kind, _) in Contracts())
        {
            if (config.TryGetDriver(kind, out var name))
                Select(config, kind, name, selection, errors);
            else if (config.CheckOwnKind(kind) is { } error)
                errors.Add(error);
        }
        var selected = selection.Select(s => s.Driver).Distinct().ToList();
        foreach (var driver in selected) driver.Bind(config.File, services, errors);
        errors.AddRange(NotServed(config, selection));
        all = Follow(config, services, selected, errors);
        ring = config.TryGetSection(EncryptionSection.Name, out var encryption)
            ? EncryptionSection.Read(config.File, encryption, services, errors)
            : null;
        return errors;
    }

    void Select(
        StorageConfig config, string kind, string name, List<(string Kind, SelectedDriver Driver)> selection,
        List<ConfigError> errors)
    {
        var known = selection.Select(s => s.Driver);
        if (Choose(config, config.PositionOf(kind), kind, name, known, errors) is { } driver)
            selection.Add((kind, driver));
        // A driver that is there, but serves something else, was meant.
        else if (errors[^1].Kind == ConfigErrorKind.UnknownDriver && !_drivers.ContainsKey(name))
            errors[^1] = errors[^1] with { Fix = ConfigFix.OfName(config.SpanOf(kind), name, NamesFor(kind)) };
    }

    SelectedDriver? Choose(
        StorageConfig config, TextPosition position, string kind, string name, IEnumerable<SelectedDriver> known,
        List<ConfigError> errors)
    {
        if (Find(name) is not { } driver || driver.StoreOf(kind) is null)
        {
            errors.Add(Unknown(config.File, position, kind, name));
            return null;
        }
        var hasSection = config.TryGetSection(name, out var section);
        if (!hasSection && driver.RequiresSection)
        {
            errors.Add(SelectionErrors.NoSection(config.File, position, kind, name));
            return null;
        }
        return known.FirstOrDefault(other => other.Driver == driver)
            ?? new(driver, hasSection ? section : null, position, kind);
    }

    ConfigError Unknown(string file, TextPosition? position, string? kind, string name) =>
        SelectionErrors.Unknown(
            file, position, kind, name, kind is null ? [.. _drivers.Keys] : NamesFor(kind), _drivers.ContainsKey(name));
}
