using System.Diagnostics;
using StorageKit.Testing;

namespace StorageKit.Conformance.Tests.Reports;

/// <summary>Runs tests/Browser/report.mjs, which drives Debian's chromium.</summary>
internal static class Browser
{
    internal const string Chromium = "/usr/bin/chromium";
    static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    internal const string Folder = "Browser";

    /// <summary>Runs the script; answers its exit code and everything that it said.</summary>
    internal static async Task<(int ExitCode, string Said)> RunAsync(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(
            NodePrograms.Node!, [Path.Combine(NodePrograms.Folder(Folder), "report.mjs"), Chromium, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = NodePrograms.Folder(Folder),
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
