using System.Diagnostics;
using System.Globalization;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance;

/// <summary>Draws a window as SVG: a lane for each caller, time from left to right, faults as bands behind, the witness
/// in red. Places along time are percentages, so that it fits any width without scaling the letters.</summary>
internal static class TimelineDrawing
{
    internal const int LaneHeight = 22;
    const int AxisHeight = 20;
    const int FaultHeight = 16;
    const double LeastWidth = 0.5;

    internal static void Write(TextWriter writer, TimelineWindow window)
    {
        var names = window.Faults.Select(fault => fault.Name).Distinct().ToList();
        var top = AxisHeight + (names.Count * FaultHeight);
        var height = top + (window.Callers.Count * LaneHeight);
        writer.Write(
            $"<svg class=\"timeline\" height=\"{height}\" data-top=\"{top}\" tabindex=\"0\" role=\"img\" "
            + $"aria-label=\"{window.Operations.Count} operations of {window.Callers.Count} callers\">");
        WriteAxis(writer, window, height);
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fault in window.Faults)
            WriteFault(writer, window, fault, names.IndexOf(fault.Name), height, named.Add(fault.Name));
        for (var lane = 0; lane < window.Callers.Count; lane++)
            writer.Write(
                $"<line class=\"lane\" x1=\"0\" x2=\"100%\" y1=\"{top + (lane * LaneHeight)}\" "
                + $"y2=\"{top + (lane * LaneHeight)}\"/>");
        var lanes = window.Callers.Select((caller, lane) => (caller, lane)).ToDictionary();
        // The witness last: what is drawn later lies on top.
        foreach (var operation in window.Operations.OrderBy(window.IsWitness))
            WriteOperation(writer, window, operation, top + (lanes[operation.Caller] * LaneHeight) + 3);
        writer.Write("</svg>");
    }

    static void WriteAxis(TextWriter writer, TimelineWindow window, int height)
    {
        foreach (var (from, to) in window.Scale.Breaks)
            writer.Write(
                $"<rect class=\"break\" x=\"{Percent(from)}\" y=\"0\" width=\"{Percent(to - from)}\" "
                + $"height=\"{height}\"/>");
        foreach (var (time, label) in TimelineTicks.Of(window.Scale, window.Origin))
            writer.Write(
                $"<line class=\"tick\" x1=\"{Percent(window.Scale.At(time))}\" x2=\"{Percent(window.Scale.At(time))}\" "
                + $"y1=\"0\" y2=\"{height}\"/><text class=\"axis\" x=\"{Percent(window.Scale.At(time))}\" dx=\"3\" "
                + $"y=\"13\">{label}</text>");
    }

    // Each name stands once, in a row of its own: faults that come often would write over each other.
    static void WriteFault(
        TextWriter writer, TimelineWindow window, FaultBand fault, int row, int height, bool isNamed)
    {
        var from = window.Scale.At(fault.Start);
        var width = Math.Max(LeastWidth, window.Scale.At(fault.End) - from);
        var y = AxisHeight + (row * FaultHeight);
        writer.Write(
            $"<g class=\"{(fault.IsMoment ? "moment" : "fault")}\">"
            + $"<title>{Html.Text(fault.Describe(window.Origin))}</title>"
            + (fault.IsMoment
                ? $"<line x1=\"{Percent(from)}\" x2=\"{Percent(from)}\" y1=\"{y}\" y2=\"{height}\"/>"
                : $"<rect x=\"{Percent(from)}\" y=\"{y}\" width=\"{Percent(width)}\" height=\"{height - y}\"/>")
            + (isNamed ? Beside(from, y + 12, Html.Text(fault.Name)) : "") + "</g>");
    }

    static void WriteOperation(TextWriter writer, TimelineWindow window, Operation operation, int y)
    {
        var (kind, least) = window.IsWitness(operation) ? ("op witness", 2 * LeastWidth) : ("op", LeastWidth);
        var from = Math.Min(window.Scale.At(operation.Call), 100 - least);
        var width = Math.Max(least, window.Scale.At(operation.Return) - from);
        var label = operation.Label;
        if (operation.Outcome != Outcome.Ok) kind += operation.Outcome == Outcome.Unknown ? " unknown" : " refused";
        var told = Html.Text(Tell(operation, window.Origin));
        writer.Write(
            $"<svg class=\"{kind}\" x=\"{Percent(from)}\" y=\"{y}\" width=\"{Percent(width)}\" "
            + $"height=\"{LaneHeight - 6}\" data-text=\"{told}\"><title>{told}</title>"
            + "<rect width=\"100%\" height=\"100%\"/>");
        // About as many letters as fit on a wide page; a narrow one cuts them off at the bar's end.
        if (width >= label.Length * 0.8) writer.Write($"<text x=\"4\" y=\"12\">{Html.Text(label)}</text>");
        writer.Write("</svg>");
    }

    static string Tell(Operation operation, long origin)
    {
        var took = operation.Return == Operation.Never ? "" :
            $", took {(operation.Return - operation.Call) * 1e6 / Stopwatch.Frequency:#,0} µs";
        return string.Create(CultureInfo.InvariantCulture, $"{operation.Describe(origin)}{took}")
            + (operation.Error is null ? "" : $", {operation.Error}");
    }

    // A name near the right edge stands before its place.
    static string Beside(double at, int y, string text) => at > 70
        ? $"<text x=\"{Percent(at)}\" dx=\"-3\" y=\"{y}\" text-anchor=\"end\">{text}</text>"
        : $"<text x=\"{Percent(at)}\" dx=\"3\" y=\"{y}\">{text}</text>";

    static string Percent(double value) => value.ToString("0.###", CultureInfo.InvariantCulture) + "%";
}
