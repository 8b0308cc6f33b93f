using System.Diagnostics;
using System.Reflection;
using System.Xml.Linq;

namespace StorageKit.Conformance.Xunit.Tests.Running;

/// <summary>Runs suites for xunit 3, whose test projects are programs, in processes of their own.</summary>
internal static class SuiteProgram
{
    const string Name = "StorageKit.Conformance.Xunit3.Suites";

    // Ample for a machine that is busy with other things; a run takes seconds.
    static readonly TimeSpan s_limit = TimeSpan.FromMinutes(4);

    /// <summary>Where the program is, and where its suites leave their marks.</summary>
    internal static string Folder { get; } = FindFolder();

    /// <summary>Runs one suite.</summary>
    /// <param name="suite">The class, without its namespace.</param>
    /// <param name="environment">A variable and its value for the program; null for none.</param>
    /// <param name="filter">Further arguments: <c>-trait</c>, <c>clause=RLC-01</c>.</param>
    /// <returns>What became of each test; null when the process died.</returns>
    internal static async Task<IReadOnlyList<TestOutcome>?> RunAsync(
        string suite, (string Name, string Value)? environment, params string[] filter)
    {
        var xml = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo(
                "dotnet",
                [
                    Path.Combine(Folder, Name + ".dll"), "-class", $"StorageKit.Conformance.Xunit.Suites.{suite}",
                    .. filter, "-noColor", "-xml", xml,
                ])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            if (environment is var (name, value)) start.Environment[name] = value;
            using var process = Process.Start(start)!;
            var printed = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await EndAsync(process);
            await printed;
            return new FileInfo(xml).Length == 0 ? null : [.. Read(XDocument.Load(xml))];
        }
        finally
        {
            File.Delete(xml);
        }
    }

    static async Task EndAsync(Process process)
    {
        using var limit = new CancellationTokenSource(s_limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The program of suites did not end within {s_limit}.");
        }
    }

    static IEnumerable<TestOutcome> Read(XDocument xml) => xml.Descendants("test").Select(test => new TestOutcome(
        test.Attribute("method")!.Value,
        test.Descendants("trait").FirstOrDefault(t => t.Attribute("name")!.Value == "clause")?.Attribute("value")!.Value
            ?? "",
        test.Attribute("result")!.Value switch
        {
            "Pass" => TestEnd.Passed,
            "Skip" => TestEnd.Skipped,
            _ => TestEnd.Failed,
        },
        (test.Element("reason") ?? test.Element("failure")?.Element("message"))?.Value ?? ""));

    /// <summary>The program's own output folder: beside this one, of the same configuration.</summary>
    static string FindFolder()
    {
        var own = typeof(SuiteProgram).Assembly;
        var configuration = own.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        while (tests.Name != own.GetName().Name)
            tests = tests.Parent ?? throw new DirectoryNotFoundException(AppContext.BaseDirectory);
        return Path.Combine(tests.Parent!.FullName, Name, "bin", configuration, "net10.0");
    }
}
