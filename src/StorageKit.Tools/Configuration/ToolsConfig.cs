using System.Text;
using StorageKit.Toml;

namespace StorageKit.Tools;

/// <summary>The components and agents of a configuration file: its <c>[[component]]</c> and <c>[[agent]]</c> tables, or
/// the same in JSON. Other tables are left to whom they belong. Immutable.</summary>
/// <example><code>
/// [[component]]
/// type = "storage"
/// name = "docs"
/// storage_type = "local"
/// base_path = "data/docs"
///
/// [[agent]]
/// name = "reader"
/// storage = ["docs:read"]
/// </code></example>
public sealed class ToolsConfig
{
    ToolsConfig(string file, IReadOnlyList<StorageComponent> components, IReadOnlyList<ToolAgent> agents)
    {
        File = file;
        Components = components;
        Agents = agents;
    }

    /// <summary>The file's name as it was given; errors begin with it.</summary>
    public string File { get; }

    /// <summary>The components, in the order of the file.</summary>
    public IReadOnlyList<StorageComponent> Components { get; }

    /// <summary>The agents, in the order of the file.</summary>
    public IReadOnlyList<ToolAgent> Agents { get; }

    /// <summary>Reads a file: JSON when its name ends in <c>.json</c>, TOML otherwise.</summary>
    /// <param name="path">The file.</param>
    /// <param name="registry">The drivers; each that provides <see cref="IObjectStore"/> is a
    /// <c>storage_type</c>.</param>
    /// <param name="services">The clock, loggers and environment of the drivers.</param>
    /// <exception cref="StorageConfigException">It cannot be read, or is wrong; all errors at once, in the order of the
    /// file.</exception>
    public static ToolsConfig Load(string path, Registry registry, StorageServices? services = null) =>
        Read(ConfigFile.Read(path), path, registry, services);

    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="registry">The drivers.</param>
    /// <param name="services">The clock, loggers and environment of the drivers.</param>
    /// <param name="file">What errors call it; JSON when it ends in <c>.json</c>.</param>
    /// <exception cref="StorageConfigException">It is wrong; all errors at once, in the order of the file.</exception>
    public static ToolsConfig Parse(
        string text, Registry registry, StorageServices? services = null, string file = "storage.toml")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        return Read(Encoding.UTF8.GetBytes(text), file, registry, services);
    }

    static ToolsConfig Read(byte[] utf8, string file, Registry registry, StorageServices? services)
    {
        ArgumentNullException.ThrowIfNull(registry);
        List<ConfigError> errors = [];
        var root = file.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? JsonTree.Read(utf8, file, errors)
            : ReadToml(utf8, file, errors);
        if (root is null) throw new StorageConfigException(errors);
        var tables = new TableReader(file, registry, services ?? StorageServices.Default, errors);
        tables.Read(root);
        return errors.Count == 0
            ? new(file, tables.Components, tables.Agents)
            : throw new StorageConfigException([.. errors.OrderBy(error => error.Position?.Offset ?? 0)]);
    }

    static TomlTable? ReadToml(byte[] utf8, string file, List<ConfigError> errors)
    {
        if (TomlDocument.TryParse(utf8, file, out var document, out var found)) return document.Root;
        errors.AddRange(found.Select(e => new ConfigError(ConfigErrorKind.ParseError, file, e.Span.Start, e.Message)));
        return null;
    }
}
