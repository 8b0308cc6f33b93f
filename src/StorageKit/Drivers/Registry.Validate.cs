using StorageKit.Toml;

namespace StorageKit;

public sealed partial class Registry
{
    /// <summary>Holds a configuration against the registered drivers, without opening anything.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="services">Where secrets' variables are looked up.</param>
    /// <returns>Every error: first, kind by kind, unknown drivers and missing sections as the reference checks them,
    /// then the drivers' options.</returns>
    public IReadOnlyList<ConfigError> Validate(StorageConfig config, StorageServices? services = null)
    {
        ArgumentNullException.ThrowIfNull(config);
        return Resolve(config, services ?? StorageServices.Default, out _);
    }

    /// <summary>Holds the text of one driver's section against its options, without opening anything. For tests and
    /// suites.
    /// </summary>
    /// <param name="driver">The driver's name.</param>
    /// <param name="sectionToml">What would stand under <c>[storage.NAME]</c>.</param>
    /// <param name="services">Where secrets' variables are looked up.</param>
    /// <returns>Every error; empty when the section is right.</returns>
    public IReadOnlyList<ConfigError> ValidateSection(
        string driver, string sectionToml = "", StorageServices? services = null)
    {
        ArgumentNullException.ThrowIfNull(driver);
        ArgumentNullException.ThrowIfNull(sectionToml);
        return ResolveSection(FileOf(driver), driver, sectionToml, services ?? StorageServices.Default, out _);
    }

    /// <summary>What is configured and read by nobody: sections of unselected drivers, misspelt keys.</summary>
    public IReadOnlyList<ConfigError> Warnings(StorageConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        var kinds = Contracts().Select(contract => contract.Kind).ToList();
        var selected = Selection(config).Select(selection => selection.Driver).ToHashSet(StringComparer.Ordinal);
        List<ConfigError> warnings = [];
        foreach (var entry in config.Entries)
        {
            if (kinds.Contains(entry.Key) || selected.Contains(entry.Key)) continue;
            var near = NearestName.Of(entry.Key, entry.Value is TomlTable ? _drivers.Keys : kinds);
            var what = entry.Value is TomlTable ? $"[storage.{entry.Key}]" : $"[storage] {entry.Key}";
            warnings.Add(new(ConfigErrorKind.Unused, config.File, entry.KeySpan.Start, $"{what} is read by nobody")
            {
                Hint = near is not null && near != entry.Key ? $"did you mean \"{near}\"?"
                    : _drivers.ContainsKey(entry.Key) ? $"no contract selects the driver \"{entry.Key}\""
                    : null,
            });
        }
        return warnings;
    }

    IEnumerable<(string Kind, Type Contract, string Driver)> Selection(StorageConfig config)
    {
        foreach (var (kind, contract) in Contracts())
            if (config.TryGetDriver(kind, out var driver))
                yield return (kind, contract, driver);
    }

    List<ConfigError> Resolve(StorageConfig config, StorageServices services, out List<SelectedDriver> drivers)
    {
        List<ConfigError> errors = [];
        drivers = [];
        foreach (var (kind, _, name) in Selection(config))
        {
            var position = config.PositionOf(kind);
            var available = NamesFor(kind);
            if (!available.Contains(name))
            {
                errors.Add(Unknown(config.File, position, kind, name, available));
                continue;
            }
            var driver = _drivers[name];
            var hasSection = config.TryGetSection(name, out var section);
            if (!hasSection && driver.RequiresSection)
            {
                errors.Add(new(
                    ConfigErrorKind.MissingDriverSection, config.File, position,
                    $"driver {QuotedName.Of(name)} (selected for {kind}) has no [storage.{name}] subsection")
                { Contract = kind, Driver = name, Hint = $"add [storage.{name}]" });
                continue;
            }
            if (drivers.Find(d => d.Driver == driver) is { } known) known.Kinds.Add(kind);
            else drivers.Add(new(driver, hasSection ? section : null, position) { Kinds = { kind } });
        }
        foreach (var driver in drivers) driver.Bind(config.File, services, errors);
        return errors;
    }

    static string FileOf(string driver) => $"[storage.{driver}]";

    List<ConfigError> ResolveSection(
        string file, string driver, string sectionToml, StorageServices services, out SelectedDriver? selected)
    {
        selected = null;
        if (!_drivers.TryGetValue(driver, out var registration)) return [UnknownName(file, driver)];
        if (!TomlDocument.TryParse(sectionToml, file, out var document, out var syntaxErrors))
            return [.. syntaxErrors.Select(e => new ConfigError(ConfigErrorKind.ParseError, file, e.Span.Start, e.Message))];
        List<ConfigError> errors = [];
        var bound = new SelectedDriver(
            registration, new TomlEntry(driver, document.Root.Span, document.Root), document.Root.Span.Start);
        bound.Bind(file, services, errors);
        if (errors.Count == 0) selected = bound;
        return errors;
    }

    static ConfigError Unknown(
        string file, TextPosition position, string kind, string name, IReadOnlyList<string> available)
    {
        var near = NearestName.Of(name, available);
        return new(
            ConfigErrorKind.UnknownDriver, file, position,
            $"unknown {kind} driver {QuotedName.Of(name)}; available drivers: [{string.Join(", ", available)}]")
        { Contract = kind, Driver = name, Available = available, Hint = near is null ? null : $"did you mean \"{near}\"?" };
    }
}
