using Acme.PlainFiles;
using Spectre.Console;
using StorageKit;
using StorageKit.Conformance;

namespace Quickstart;

/// <summary>Certifies a driver and shows the progress while it runs.</summary>
internal static class Certify
{
    internal static async Task<bool> RunAsync(Registry registry, string driver, CancellationToken cancellationToken)
    {
        using var scope = new SuiteScope();
        await using var harness = new DriverHarness(
            section: $"folder = '{scope.Folder}'", new FolderScan(scope.Folder));
        var underTest = new DriverUnderTest(registry, driver, harness) { Register = PlainfilesDriver.Register };

        var report = Console.IsOutputRedirected
            ? await Certification.RunAsync(underTest, cancellationToken: cancellationToken)
            : await WithLiveTableAsync(underTest, cancellationToken);
        if (Console.IsOutputRedirected) AnsiConsole.Write(new ProgressTable(report.Results).Render());

        foreach (var failure in report.Results.Where(
            result => result.Outcome is ClauseOutcome.Failed or ClauseOutcome.Inconclusive))
            AnsiConsole.MarkupLineInterpolated($"[red]{failure.Explain()}[/]");
        await using (var html = File.Create("conformance.html")) HtmlReport.Write(report, html);
        await using (var json = File.Create("conformance.json")) JsonReport.Write(report, json);
        AnsiConsole.MarkupLineInterpolated($"   {report.ToString()}");
        AnsiConsole.MarkupLineInterpolated($"   {Path.GetFullPath("conformance.html")}");
        return report.HasNoFailure;
    }

    static Task<ConformanceReport> WithLiveTableAsync(
        DriverUnderTest driver, CancellationToken cancellationToken) =>
        AnsiConsole.Live(new ProgressTable([]).Render()).StartAsync(live =>
        {
            var results = new List<ClauseResult>();
            return Certification.RunAsync(driver, progress: new Immediate(result =>
            {
                results.Add(result);
                live.UpdateTarget(new ProgressTable(results).Render());
            }), cancellationToken: cancellationToken);
        });

    /// <summary><see cref="Progress{T}"/> would report from another thread, after the table is gone.</summary>
    sealed class Immediate(Action<ClauseResult> report) : IProgress<ClauseResult>
    {
        public void Report(ClauseResult value) => report(value);
    }
}
