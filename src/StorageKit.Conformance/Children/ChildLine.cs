using System.Globalization;

namespace StorageKit.Conformance.Children;

/// <summary>A line that a child process prints: what became of one operation, or of the child.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Index">The operation, from 0.</param>
/// <param name="Call">When it was called, in <see cref="System.Diagnostics.Stopwatch"/> ticks: one clock for all
/// processes of a machine, so that histories merge.</param>
/// <param name="Return">When it had returned.</param>
/// <param name="Text">The result, or what was thrown.</param>
internal sealed record ChildLine(ChildLineKind Kind, int Index = 0, long Call = 0, long Return = 0, string Text = "")
{
    internal bool IsOfOperation => Kind is ChildLineKind.Ack or ChildLineKind.Failed;

    /// <summary>Null for a line that no child of the kit prints.</summary>
    internal static ChildLine? Parse(string line)
    {
        var parts = line.Split(' ', 5);
        return parts.Length == 5 && Enum.TryParse<ChildLineKind>(parts[0], out var kind)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var call)
            && long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            ? new(kind, index, call, end, parts[4])
            : null;
    }

    /// <summary>For example <c>Ack 3 118020 118455 17</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Kind} {Index} {Call} {Return} {Text.ReplaceLineEndings(" ")}");
}
