using System.Diagnostics;
using System.Text;

namespace StorageKit.Package.Tests.Processes;

/// <summary>Runs <c>dotnet</c> as somebody at a prompt would, not as a child of this test run.</summary>
internal static class DotnetCommand
{
    // Ample for a machine that is busy with other things; the command itself takes seconds.
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    // What `dotnet test` tells its children about itself; a build in one of them would take it for its own.
    static readonly string[] Foreign =
        ["MSBUILD", "VSTEST", "TESTINGPLATFORM", "DOTNET_HOST_PATH", "DOTNET_CLI_TELEMETRY_SESSIONID"];

    internal static async Task<CommandResult> RunAsync(string folder, params string[] arguments)
    {
        var command = $"dotnet {string.Join(' ', arguments)}";
        using var process = Process.Start(Describe(folder, arguments))!;
        process.StandardInput.Close();
        var output = new StringBuilder();
        var printed = Task.WhenAll(CopyAsync(process.StandardOutput, output), CopyAsync(process.StandardError, output));
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await printed.WaitAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            lock (output) throw new TimeoutException($"'{command}' was not done in {Limit}:\n{output}");
        }
        return new(command, process.ExitCode, output.ToString());
    }

    static ProcessStartInfo Describe(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.ToList())
            if (Foreign.Any(foreign => name.StartsWith(foreign, StringComparison.OrdinalIgnoreCase)))
                start.Environment.Remove(name);
        // No process stays behind that would keep the output open or the packages' assemblies in use.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        // Here it is about the packages; how the driver bears load is not.
        start.Environment["STORAGEKIT_LOAD_SECONDS"] = "0.2";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return start;
    }

    static async Task CopyAsync(StreamReader from, StringBuilder to)
    {
        while (await from.ReadLineAsync() is { } line)
            lock (to) to.AppendLine(line);
    }
}
