using System.Diagnostics;
using StorageKit.Testing.Roslyn;

namespace StorageKit.Conformance.Tests.Reports;

/// <summary>Runs tests/Browser/report.mjs, which drives Debian's chromium.</summary>
internal static class Browser
{
    internal const string Chromium = "/usr/bin/chromium";
    static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    internal static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Browser");

    internal static string? Node { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "node")).FirstOrDefault(File.Exists);

    /// <summary>Runs the script; answers its exit code and everything that it said.</summary>
    internal static async Task<(int ExitCode, string Said)> RunAsync(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Node!, [Path.Combine(Folder, "report.mjs"), Chromium, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder,
        };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(s_patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
