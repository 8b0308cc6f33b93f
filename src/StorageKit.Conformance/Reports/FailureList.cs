namespace StorageKit.Conformance;

/// <summary>The clauses that failed, at the top of the page: nobody should have to search for them.</summary>
internal static class FailureList
{
    internal static void Write(StreamWriter writer, ConformanceReport report)
    {
        var bad = report.Results.Where(result => Label.IsBad(result.Outcome)).ToList();
        if (bad.Count == 0) return;
        writer.WriteLine("<section class=\"failures\"><h2>What to look at</h2><ul>");
        foreach (var result in bad)
            writer.WriteLine(
                $"<li class=\"{Label.Class(result.Outcome)}\">"
                + $"<button type=\"button\" data-open=\"{result.Clause.Id}\">{result.Clause.Id}</button> "
                + $"<span>{Html.Text(Short(result.Reason))}</span></li>");
        writer.WriteLine("</ul></section>");
    }

    static string Short(string reason) => reason.Length <= 140 ? reason : string.Concat(reason.AsSpan(0, 139), "…");
}
