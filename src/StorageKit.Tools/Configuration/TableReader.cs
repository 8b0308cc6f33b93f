using StorageKit.Toml;

namespace StorageKit.Tools;

/// <summary>Reads the tables of components and agents, and holds them against each other.</summary>
internal sealed class TableReader(string file, Registry registry, StorageServices services, List<ConfigError> errors)
{
    const string Component = "component", Agent = "agent";

    readonly List<string> _names = [];

    internal List<StorageComponent> Components { get; } = [];

    internal List<ToolAgent> Agents { get; } = [];

    internal void Read(TomlTable root)
    {
        RefuseMisspelt(root);
        var components = new ComponentTable(file, registry, services, errors);
        foreach (var table in TablesOf(root, Component))
        {
            if (components.Read(SectionOf(table, Component), table, _names) is { } component)
                Components.Add(component);
        }
        List<string> agents = [];
        foreach (var table in TablesOf(root, Agent))
        {
            if (AgentTable.Read(SectionOf(table, Agent), table, _names, agents) is { } agent)
                Agents.Add(agent);
        }
    }

    SectionReader SectionOf(TomlTable table, string key) =>
        new(file, null, $"[{key}]", table, table.Span.Start, errors, services.Environment, [])
        {
            OtherNames = key == Component ? StorageTypes.OtherNamesOf(table) : StorageTypes.NoOtherNames,
        };

    IEnumerable<TomlTable> TablesOf(TomlTable root, string key)
    {
        if (!root.TryGet(key, out var entry)) yield break;
        if (entry.Value is not TomlArray array)
        {
            Add(
                entry.KeySpan.Start, $"{key}: expected an array of tables, found {Found(entry.Value)}",
                $"write [[{key}]]");
            yield break;
        }
        foreach (var item in array)
        {
            if (item is TomlTable table) yield return table;
            else Add(item.Span.Start, $"{key}: expected a table, found {Found(item)}", $"write [[{key}]]");
        }
    }

    // Other tables are other people's, but one that is nearly ours and holds what only ours does is a slip.
    void RefuseMisspelt(TomlTable root)
    {
        foreach (var key in (string[])[Component, Agent])
        {
            if (root.TryGet(key, out _)) continue;
            var near = NearestName.Of(key, root.Where(entry => entry.Value is TomlArray).Select(entry => entry.Key));
            if (near is not null && root.TryGet(near, out var entry))
                Add(entry.KeySpan.Start, $"[[{QuotedName.OfKey(near)}]] is read by nobody", $"did you mean [[{key}]]?");
        }
    }

    void Add(TextPosition position, string what, string hint) =>
        errors.Add(new(ConfigErrorKind.Option, file, position, what) { Hint = hint });

    static string Found(TomlValue value) => FoundValue.WithArticle(value.TypeName);
}
