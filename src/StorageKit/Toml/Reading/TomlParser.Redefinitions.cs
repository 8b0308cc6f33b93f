using System.Text;

namespace StorageKit.Toml;

// What is said about keys and tables that exist already.
internal ref partial struct TomlParser
{
    const int LongestShownKey = 64;

    void ReportDuplicate(string key, TomlSpan span, in TomlEntry first) =>
        Report(span, $"the key {Show(key)} is defined already, on line {LineOf(first)}: keep one of the two");

    void ReportRedefinedTable(string key, TomlSpan span, in TomlEntry first) => Report(
        span,
        first.Value is TomlTable
            ? $"the table {Show(key)} is defined already, on line {LineOf(first)}: put all its keys there"
            : $"{Show(key)} cannot be a table: it is {Kind(first.Value)}, defined on line {LineOf(first)}; "
                + "rename one of the two");

    void ReportNotExtensible(string key, TomlSpan span, in TomlEntry first, string by) => Report(
        span,
        first.Value is TomlTable
            ? $"{by} cannot add to the table {Show(key)}, which is complete as defined on line {LineOf(first)}: "
                + "put the new keys there"
            : $"{by} cannot add to {Show(key)}: it is {Kind(first.Value)}, defined on line {LineOf(first)}; "
                + "rename one of the two");

    void ReportNotTableArray(string key, TomlSpan span, in TomlEntry first) => Report(
        span,
        first.Value is TomlArray
            ? $"a [[header]] cannot add to {Show(key)}, an array that is complete as written on line {LineOf(first)}: "
                + "put the element there"
            : $"{Show(key)} cannot be an array of tables: it is {Kind(first.Value)}, defined on line "
                + $"{LineOf(first)}; rename one of the two");

    static int LineOf(in TomlEntry entry) => entry.KeySpan.Start.Line;

    static string Kind(TomlValue value) => value switch
    {
        TomlArray { IsTableArray: true } => "an array of tables",
        TomlInteger or TomlArray or TomlDateTime { Kind: TomlDateTimeKind.OffsetDateTime } => "an " + value.TypeName,
        _ => "a " + value.TypeName,
    };

    /// <summary>A key as messages show it: on one line and not too long.</summary>
    static string Show(string key)
    {
        var shown = new StringBuilder("'");
        foreach (var c in key)
        {
            if (shown.Length > LongestShownKey) return shown.Append("…'").ToString();
            shown.Append(char.IsControl(c) ? '?' : c);
        }

        return shown.Append('\'').ToString();
    }
}
