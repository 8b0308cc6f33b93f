using StorageKit.Toml;

namespace StorageKit.Tools;

/// <summary>Reads an <c>[[agent]]</c>.</summary>
internal static class AgentTable
{
    const string Storage = "storage", ReadOnly = ":read";
    const int LongestName = 128;

    /// <returns>Null when it has errors.</returns>
    /// <param name="section">Reads the table.</param>
    /// <param name="table">The table.</param>
    /// <param name="components">The names of all components.</param>
    /// <param name="names">The agents before; this one's name is added.</param>
    internal static ToolAgent? Read(
        SectionReader section, TomlTable table, IReadOnlyList<string> components, List<string> names)
    {
        var name = section.Text("name", OptionFlags.Required);
        var granted = section.Texts(Storage);
        if (name.IsSet) CheckName(section, name.Value, names);
        List<ToolGrant> grants = [];
        if (granted.IsSet && table[Storage] is TomlArray written)
            for (var i = 0; i < written.Count; i++)
                Add(section, granted.Value[i], written[i].Span.Start, components, grants);
        return section.Complete() ? new(name.Value, grants) : null;
    }

    static void CheckName(SectionReader section, string name, List<string> names)
    {
        var place = section.PlaceOf("name");
        if (name.Length is 0 or > LongestName || name.Trim().Length != name.Length || name.Any(char.IsControl))
            section.Refuse(
                place, "name: none that an agent can have",
                $"a name has 1 to {LongestName} characters, no control characters, and no space at its ends");
        else if (names.Find(other => StringComparer.OrdinalIgnoreCase.Equals(other, name)) is { } other)
            section.Refuse(
                place, $"name: there is an agent {QuotedName.OrHidden(other)} already", "give each a name of its own");
        else
            names.Add(name);
    }

    static void Add(
        SectionReader section, string text, TextPosition place, IReadOnlyList<string> components,
        List<ToolGrant> grants)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var component = colon < 0 ? text : text[..colon];
        if (colon >= 0 && text[colon..] != ReadOnly)
            section.Refuse(
                place, $"{Storage}: {QuotedName.OrHidden(text)} is no grant",
                $"write \"docs\" for all tools of a component, \"docs{ReadOnly}\" for those that change nothing");
        else if (!components.Contains(component, StringComparer.Ordinal))
            section.Refuse(
                place, $"{Storage}: there is no component {QuotedName.OrHidden(component)}",
                NearestName.Of(component, components) is { } near ? $"did you mean \"{near}\"?"
                : components.Count == 0 ? "the file has no component; add a [[component]]"
                : "the components are " + string.Join(", ", components.Order(StringComparer.Ordinal)));
        else if (grants.Exists(grant => grant.Component == component))
            section.Refuse(place, $"{Storage}: \"{component}\" is granted already", "grant each component once");
        else
            grants.Add(new(component, colon < 0 ? ToolAccess.ReadWrite : ToolAccess.Read));
    }
}
