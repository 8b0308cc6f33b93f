using System.Globalization;
using System.Net;
using System.Text;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance;

/// <summary>Draws a history around its witness: a lane for each caller, time from left to right,
/// the witness in red.</summary>
internal static class HistoryTimeline
{
    const int Width = 960;
    const int LaneHeight = 22;
    const int LabelWidth = 80;
    const int MostOperations = 400;

    internal static string Draw(History history, IReadOnlyList<Operation> witness)
    {
        var shown = Around(history, witness);
        if (shown.Count == 0) return "";
        var start = shown.Min(operation => operation.Call);
        var end = shown.Max(operation => operation.Return == Operation.Never ? operation.Call : operation.Return);
        var scale = (double)(Width - LabelWidth) / Math.Max(1, end - start);
        var callers = shown.Select(operation => operation.Caller).Distinct().Order().ToList();
        var red = witness.Select(operation => operation.Id).ToHashSet();
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg class=\"timeline\" viewBox=\"0 0 {Width} {(callers.Count * LaneHeight) + 8}\" role=\"img\">");
        for (var lane = 0; lane < callers.Count; lane++)
            svg.Append(CultureInfo.InvariantCulture,
                $"<text x=\"2\" y=\"{(lane * LaneHeight) + 17}\">caller {callers[lane]}</text>");
        foreach (var operation in shown)
        {
            var x = LabelWidth + ((operation.Call - start) * scale);
            var returned = operation.Return == Operation.Never ? end : operation.Return;
            var width = Math.Max(2, (returned - operation.Call) * scale);
            var y = (callers.IndexOf(operation.Caller) * LaneHeight) + 4;
            svg.Append(CultureInfo.InvariantCulture,
                $"<rect x=\"{x:0.##}\" y=\"{y}\" width=\"{width:0.##}\" height=\"{LaneHeight - 6}\"");
            svg.Append(red.Contains(operation.Id) ? " class=\"witness\">" : ">");
            svg.Append("<title>").Append(WebUtility.HtmlEncode(operation.Describe(history.Origin)))
                .Append("</title></rect>");
        }
        return svg.Append("</svg>").ToString();
    }

    // A long history says nothing at this size: what surrounds the witness does.
    static List<Operation> Around(History history, IReadOnlyList<Operation> witness)
    {
        var all = history.Operations;
        if (all.Length <= MostOperations) return [.. all];
        var middle = witness.Count == 0 ? all.Length / 2 : (int)witness.Average(operation => operation.Id);
        var first = Math.Clamp(middle - (MostOperations / 2), 0, all.Length - MostOperations);
        var ids = witness.Select(operation => operation.Id).ToHashSet();
        return [.. all.Where(
            (operation, index) => (index >= first && index < first + MostOperations) || ids.Contains(operation.Id))];
    }
}
