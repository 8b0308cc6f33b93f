using StorageKit.Cli.Terminal;
using StorageKit.Tools;

namespace StorageKit.Cli.Config;

/// <summary>Holds a file against the drivers that the tool comes with.</summary>
internal sealed class Validation(string file)
{
    readonly Registry _registry = Drivers.CreateRegistry();
    readonly List<ConfigError> _errors = [];
    readonly List<ConfigError> _warnings = [];
    int _contracts, _components, _agents;

    internal int Run(bool asJson, TextWriter output, TextWriter error)
    {
        if (!file.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) ReadStorage();
        // Both readers find what makes the file unreadable.
        if (!_errors.Exists(found => found.Position is null || found.Kind == ConfigErrorKind.ParseError)
            || _errors.Exists(found => found.Kind == ConfigErrorKind.NoStorageSection))
            ReadComponents();
        if (asJson) WriteJson(output);
        else WriteText(output, error);
        return _errors.Count == 0 ? ExitCodes.Success : ExitCodes.Usage;
    }

    void ReadStorage()
    {
        try
        {
            var config = StorageConfig.Load(file);
            _errors.AddRange(_registry.Validate(config));
            _warnings.AddRange(_registry.Warnings(config));
            _contracts = _registry.Drivers.SelectMany(driver => driver.Stores).SelectMany(store => store.Contracts)
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
            var tools = ToolsConfig.Load(file, _registry);
            (_components, _agents) = (tools.Components.Count, tools.Agents.Count);
        }
        catch (StorageConfigException e)
        {
            _errors.AddRange(e.Errors);
        }
        // A file that is for components and agents alone needs no [storage].
        if (_components > 0) _errors.RemoveAll(found => found.Kind == ConfigErrorKind.NoStorageSection);
    }

    void WriteText(TextWriter output, TextWriter error)
    {
        foreach (var found in _errors) error.WriteLine(found.ToString());
        foreach (var found in _warnings) error.WriteLine($"warning: {found}");
        if (_errors.Count == 0)
            output.WriteLine($"{file} is right: {_contracts} contracts, {_components} components, {_agents} agents.");
    }

    void WriteJson(TextWriter output) => JsonOutput.Write(output, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("file", file);
        writer.WriteBoolean("right", _errors.Count == 0);
        foreach (var (name, list) in new[] { ("errors", _errors), ("warnings", _warnings) })
        {
            writer.WriteStartArray(name);
            foreach (var found in list)
            {
                writer.WriteStartObject();
                if (found.Position is { } place)
                {
                    writer.WriteNumber("line", place.Line);
                    writer.WriteNumber("column", place.Column);
                }
                writer.WriteString("message", found.Message);
                if (found.Hint is { } hint) writer.WriteString("hint", hint);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    });
}
