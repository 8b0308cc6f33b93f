using System.Diagnostics;

namespace StorageKit.Cli.Tests;

/// <summary>Runs the built tool as a shell does.</summary>
internal static class Tool
{
    internal static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "StorageKit.Cli.dll");

    internal static async Task<Result> RunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path, .. arguments])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return new(process.ExitCode, output, await error);
    }

    internal sealed record Result(int ExitCode, string Output, string Error);
}
