using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using StorageKit.Conformance.Histories;
using StorageKit.Conformance.Tests.Checkers;
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
    public void A_history_of_many_short_bursts_is_drawn()
    {
        var builder = new HistoryBuilder();
        for (var burst = 0; burst < 100; burst++) builder.Increment(1, 1, burst * 1_000, (burst * 1_000) + 1);
        var history = new History(new HistoryHeader(5, "RLC-05", "acme"), builder.Operations);

        var page = Write(SampleReport.Of(SampleReport.LostUpdate() with { History = history }));

        Assert.Equal(99, page.Split("class=\"break\"").Length - 1);
    }

    [Fact]
    public void A_recorded_failure_is_drawn_with_its_witness_marked()
    {
        var page = Write(SampleReport.Of(SampleReport.LostUpdate()));

        var marked = Bar().Matches(page)
            .Select(match => (match.Groups["class"].Value, match.Groups["title"].Value)).ToList();
        Assert.Equal(
            [
                ("op", "caller 3 #3 read -&gt; 1 [0.040,0.050 ms], took 10 &#181;s"),
                ("op witness", "caller 1 #1 +1 -&gt; 1 [0.000,0.020 ms], took 20 &#181;s"),
                ("op witness", "caller 2 #2 +1 -&gt; 1 [0.010,0.030 ms], took 20 &#181;s"),
            ],
            marked);
    }

    [Fact]
    public void A_policy_forbids_all_but_the_page_s_own_style_and_script()
    {
        var page = Write(SampleReport.OfLanes(Passed));

        var policy = Policy().Match(page).Groups["policy"].Value;
        Assert.Equal(
            $"default-src 'none'; style-src '{HashOf(page, "style")}'; script-src '{HashOf(page, "script")}'; "
            + "base-uri 'none'; form-action 'none'", policy);
        Assert.DoesNotMatch(@"\s(style|on[a-z]+)=""", page);
    }

    [Fact]
    public void Of_a_long_history_is_drawn_what_surrounds_the_witness_and_the_page_says_so()
    {
        var page = Write(SampleGallery.Report);

        Assert.Contains("160 of 6,667 operations, those around the witness.", page);
        Assert.Contains("160 of 3,333 operations, those around the witness.", page);
        Assert.Contains("Grey: time that is left out, in which none of these ran.", page);
        Assert.Contains("&lt;b&gt;bold&lt;/b&gt;\\u0000", page);
        Assert.True(page.Length < 500_000, $"{page.Length} characters");
    }

    [Fact]
    public void Faults_and_jumps_of_clocks_are_drawn_behind_the_operations()
    {
        var page = Write(SampleGallery.Report);

        Assert.Matches("<g class=\"fault\"><title>black hole \\[14.650,14.720 ms\\]</title><rect ", page);
        Assert.Matches("<g class=\"moment\"><title>wall clock \\+1 h \\[15.060 ms\\]</title><line ", page);
        Assert.Contains("class=\"op unknown\"", page);
    }

    [Fact]
    public void What_was_measured_and_what_was_exempted_is_on_the_page()
    {
        var page = Write(SampleGallery.Report);

        Assert.Contains("throughput, 8 callers: 41,250.5 operations/s", page);
        Assert.Contains("<code>SK1001</code> for <code>AcmeAudit.PurgeAsync</code>: Rows past", page);
        Assert.Contains("declared: Version 1 records carry no checksum.", page);
        Assert.Contains("against PostgreSQL 15.14", page);
    }

    [Theory]
    [InlineData("no clause failed", Passed, Untested)]
    [InlineData("1 failed, 0 inconclusive", Failed, Passed)]
    [InlineData("0 failed, 1 inconclusive", Passed, Inconclusive)]
    public void The_heading_says_what_became_of_the_driver(string verdict, params ClauseOutcome[] outcomes) =>
        Assert.Contains($"<h1>Driver <code>acme</code>: {verdict}</h1>", Write(SampleReport.OfLanes(outcomes)));

    [GeneratedRegex("<tr class=\"(?<class>[a-z]+)\" id=\"(?<id>[A-Z0-9-]+)\" ")]
    private static partial Regex Row();

    [GeneratedRegex("<svg class=\"(?<class>op[a-z ]*)\"[^>]*><title>(?<title>[^<]*)</title>")]
    private static partial Regex Bar();

    [GeneratedRegex("http-equiv=\"Content-Security-Policy\" content=\"(?<policy>[^\"]*)\"")]
    private static partial Regex Policy();

    static string HashOf(string page, string element)
    {
        var content = Regex.Match(page, $"<{element}>(.*?)</{element}>", RegexOptions.Singleline).Groups[1].Value;
        return "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }

    static string Write(ConformanceReport report)
    {
        using var stream = new MemoryStream();
        HtmlReport.Write(report, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
