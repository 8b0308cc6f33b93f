using System.Text;
using System.Text.RegularExpressions;
using static StorageKit.Conformance.ClauseOutcome;

namespace StorageKit.Conformance.Tests.Reports;

public sealed partial class HtmlReportTests
{
    [Fact]
    public void The_page_references_nothing_outside_of_itself()
    {
        var page = Write(SampleReport.Of(SampleReport.LostUpdate()));

        Assert.DoesNotMatch(@"(?i)https?:|//[a-z]|\bsrc\s*=|\bhref\s*=|url\(|@import|<link|<iframe|\bfetch\(", page);
        Assert.StartsWith("<!doctype html>", page);
    }

    [Fact]
    public void Each_clause_has_one_row_with_its_outcome()
    {
        var report = SampleReport.OfLanes(Passed, Failed, Inconclusive, NotApplicable, Untested);

        var rows = Row().Matches(Write(report)).Select(row => (row.Groups["class"].Value, row.Groups["id"].Value));

        Assert.Equal(
            report.Results.Select(result => (result.Outcome.ToString().ToLowerInvariant(), result.Clause.Id)), rows);
    }

    [Theory]
    [InlineData(Failed)]
    [InlineData(Untested)]
    public void A_driver_s_words_are_text_and_never_markup(ClauseOutcome outcome)
    {
        var clause = ClauseCatalog.Get("RLC-01");
        var report = SampleReport.Of(
            SampleReport.Result(clause, outcome, "<script>alert('x')</script> & \"more\"")) with { Driver = "<i>" };

        var page = Write(report);

        Assert.DoesNotContain("<script>alert", page);
        Assert.DoesNotContain("<i>", page);
        Assert.Contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;", page);
    }

    [Fact]
    public void A_recorded_failure_is_drawn_with_its_witness_marked()
    {
        var page = Write(SampleReport.Of(SampleReport.LostUpdate()));

        var marked = Rectangle().Matches(page)
            .Select(match => (match.Groups["class"].Value, match.Groups["title"].Value)).ToList();
        Assert.Equal(
            [
                ("witness", "caller 1 #1 +1 -&gt; 1 [0.000,0.020 ms]"),
                ("witness", "caller 2 #2 +1 -&gt; 1 [0.010,0.030 ms]"),
                ("", "caller 3 #3 read -&gt; 1 [0.040,0.050 ms]"),
            ],
            marked);
    }

    [Theory]
    [InlineData("no clause failed", Passed, Untested)]
    [InlineData("1 failed, 0 inconclusive", Failed, Passed)]
    [InlineData("0 failed, 1 inconclusive", Passed, Inconclusive)]
    public void The_heading_says_what_became_of_the_driver(string verdict, params ClauseOutcome[] outcomes) =>
        Assert.Contains($"<h1>Driver <code>acme</code>: {verdict}</h1>", Write(SampleReport.OfLanes(outcomes)));

    [GeneratedRegex("<tr class=\"(?<class>[a-z]+)\" id=\"(?<id>[A-Z0-9-]+)\">")]
    private static partial Regex Row();

    [GeneratedRegex("<rect [^>]*?(class=\"(?<class>[a-z]+)\")?><title>(?<title>[^<]*)</title>")]
    private static partial Regex Rectangle();

    static string Write(ConformanceReport report)
    {
        using var stream = new MemoryStream();
        HtmlReport.Write(report, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
