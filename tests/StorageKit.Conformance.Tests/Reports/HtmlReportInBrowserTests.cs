namespace StorageKit.Conformance.Tests.Reports;

/// <summary>What a reader sees and can do, in a real browser: see tests/Browser/report.mjs. Keeps the page and its
/// pictures in the folder STORAGEKIT_SCREENSHOTS, when that is set.</summary>
public sealed class HtmlReportInBrowserTests
{
    [BrowserFact]
    public async Task A_reader_finds_the_witness_of_a_failing_clause_on_a_desktop_and_on_a_phone()
    {
        var (exitCode, said) = await ReadAsync(
            SampleGallery.Report, Environment.GetEnvironmentVariable("STORAGEKIT_SCREENSHOTS"));

        Assert.True(exitCode == 0, said);
        Assert.Contains("desktop: ok", said);
        Assert.Contains("phone: ok", said);
    }

    // The script must be able to fail: here is no failing clause to be found.
    [BrowserFact]
    public async Task A_page_without_the_failing_clause_does_not_satisfy_the_reader()
    {
        var (exitCode, said) = await ReadAsync(SampleReport.OfLanes(ClauseOutcome.Passed), keep: null);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("desktop: 1 clauses are shown", said);
    }

    static async Task<(int ExitCode, string Said)> ReadAsync(ConformanceReport report, string? keep)
    {
        var folder = keep is null ? Directory.CreateTempSubdirectory("storagekit-page-") : Directory.CreateDirectory(keep);
        try
        {
            var page = Path.Combine(folder.FullName, "conformance.html");
            using (var stream = File.Create(page)) HtmlReport.Write(report, stream);
            return await Browser.RunAsync(page, folder.FullName);
        }
        finally
        {
            if (keep is null) folder.Delete(recursive: true);
        }
    }
}
