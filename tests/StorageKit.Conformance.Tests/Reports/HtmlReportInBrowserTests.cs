namespace StorageKit.Conformance.Tests.Reports;

/// <summary>What a reader sees and can do, in a real browser: see tests/Browser/report.mjs.</summary>
public sealed class HtmlReportInBrowserTests
{
    [BrowserFact]
    public async Task A_reader_finds_the_witness_of_a_failing_clause_on_a_desktop_and_on_a_phone()
    {
        var folder = Directory.CreateTempSubdirectory("storagekit-page-");
        try
        {
            var page = Path.Combine(folder.FullName, "conformance.html");
            using (var stream = File.Create(page)) HtmlReport.Write(SampleGallery.Report, stream);

            var (exitCode, said) = await Browser.RunAsync(page, folder.FullName);

            Assert.True(exitCode == 0, said);
            Assert.Contains("desktop: ok", said);
            Assert.Contains("phone: ok", said);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The script must be able to fail: here is no failing clause to be found.
    [BrowserFact]
    public async Task A_page_without_the_failing_clause_does_not_satisfy_the_reader()
    {
        var folder = Directory.CreateTempSubdirectory("storagekit-page-");
        try
        {
            var page = Path.Combine(folder.FullName, "conformance.html");
            using (var stream = File.Create(page))
                HtmlReport.Write(SampleReport.OfLanes(ClauseOutcome.Passed), stream);

            var (exitCode, said) = await Browser.RunAsync(page, folder.FullName);

            Assert.NotEqual(0, exitCode);
            Assert.Contains("desktop: ", said);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
