using StorageKit.Tools;

namespace StorageKit.Cli.Config;

/// <summary>A file, held against the drivers that the tool comes with.</summary>
internal sealed class Validation
{
    readonly Registry _registry = Drivers.CreateRegistry();
    readonly List<ConfigError> _errors = [];
    readonly List<ConfigError> _warnings = [];

    Validation(string file) => File = file;

    internal string File { get; }

    internal IReadOnlyList<ConfigError> Errors => _errors;

    internal IReadOnlyList<ConfigError> Warnings => _warnings;

    internal int Contracts { get; private set; }

    internal int Components { get; private set; }

    internal int Agents { get; private set; }

    internal static Validation Of(string file)
    {
        var validation = new Validation(file);
        if (!file.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) validation.ReadStorage();
        // Both readers find what makes the file unreadable.
        if (!validation._errors.Exists(found => found.Position is null || found.Kind == ConfigErrorKind.ParseError)
            || validation._errors.Exists(found => found.Kind == ConfigErrorKind.NoStorageSection))
            validation.ReadComponents();
        return validation;
    }

    void ReadStorage()
    {
        try
        {
            var config = StorageConfig.Load(File);
            _errors.AddRange(_registry.Validate(config));
            _warnings.AddRange(_registry.Warnings(config));
            Contracts = _registry.Drivers.SelectMany(driver => driver.Stores).SelectMany(store => store.Contracts)
                .Select(contract => contract.Kind).Distinct(StringComparer.Ordinal)
                .Count(kind => config.TryGetDriver(kind, out _));
        }
        catch (StorageConfigException e)
        {
            _errors.AddRange(e.Errors);
        }
    }

    void ReadComponents()
    {
        try
        {
            var tools = ToolsConfig.Load(File, _registry);
            (Components, Agents) = (tools.Components.Count, tools.Agents.Count);
        }
        catch (StorageConfigException e)
        {
            _errors.AddRange(e.Errors);
        }
        // A file that is for components and agents alone needs no [storage].
        if (Components > 0) _errors.RemoveAll(found => found.Kind == ConfigErrorKind.NoStorageSection);
    }
}
