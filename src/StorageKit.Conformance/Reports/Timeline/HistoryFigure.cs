using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance;

/// <summary>A history on the page: one tab for each key, the witness's first.</summary>
internal static class HistoryFigure
{
    const int MostKeys = 12;

    internal static void Write(TextWriter writer, string id, History history, IReadOnlyList<Operation> witness)
    {
        if (history.Operations.IsEmpty) return;
        var red = witness.Select(operation => operation.Id).ToHashSet();
        var keys = history.ByKey().OrderByDescending(key => key.Value.Any(operation => red.Contains(operation.Id)))
            .Take(MostKeys).ToList();
        writer.Write("<figure class=\"history\">");
        if (keys.Count > 1) WriteTabs(writer, id, [.. keys.Select(key => (key.Key, key.Value.Length))]);
        for (var i = 0; i < keys.Count; i++)
            WritePanel(writer, $"{id}-{i}", keys.Count > 1, i == 0, new(history, keys[i].Value, witness));
        var rest = history.ByKey().Length - keys.Count;
        if (rest > 0) writer.Write($"<p class=\"window\">{Html.Count(rest)} more keys are not drawn.</p>");
        writer.Write("</figure>");
    }

    static void WriteTabs(TextWriter writer, string id, IReadOnlyList<(string Key, int Operations)> keys)
    {
        writer.Write("<div role=\"tablist\" aria-label=\"keys\">");
        for (var i = 0; i < keys.Count; i++)
            writer.Write(
                $"<button type=\"button\" role=\"tab\" aria-controls=\"{id}-{i}\" "
                + $"aria-selected=\"{(i == 0 ? "true" : "false")}\" tabindex=\"{(i == 0 ? 0 : -1)}\">"
                + $"{Html.Text(Short(keys[i].Key))} <small>{Html.Count(keys[i].Operations)}</small></button>");
        writer.Write("</div>");
    }

    static void WritePanel(TextWriter writer, string id, bool isTab, bool isShown, TimelineWindow window)
    {
        writer.Write(
            $"<div id=\"{id}\"{(isTab ? " role=\"tabpanel\"" : "")}{(isShown ? "" : " hidden")}>"
            + $"<p class=\"window\">{Html.Text(window.Describe())}</p><div class=\"chart\"><ol class=\"callers\">");
        foreach (var caller in window.Callers) writer.Write($"<li><span>caller </span>{caller}</li>");
        writer.Write("</ol>");
        TimelineDrawing.Write(writer, window);
        writer.Write("</div><output class=\"operation\">Point at an operation, or use the arrow keys.</output></div>");
    }

    static string Short(string key) => key.Length <= 24 ? $"\"{key}\"" : $"\"{key[..23]}…\"";
}
