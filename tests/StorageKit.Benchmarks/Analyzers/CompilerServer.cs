using System.Diagnostics;

namespace StorageKit.Benchmarks.Analyzers;

/// <summary>
/// The SDK's own compiler server, as <c>dotnet build</c> uses it, in a process of its own. Processor time is taken of
/// this process, so that what else the machine does counts little.
/// </summary>
internal sealed class CompilerServer : IDisposable
{
    readonly string _pipe = $"storagekit-benchmark-{Environment.ProcessId}";
    readonly string _folder;
    readonly Process _server;

    public CompilerServer(string compilerFolder)
    {
        _folder = compilerFolder;
        _server = Start("VBCSCompiler.dll", $"-pipename:{_pipe}");
        // A client that does not find it starts another, whose time is not seen.
        while (!File.Exists(Path.Combine(Path.GetTempPath(), _pipe)) && !_server.HasExited)
            Thread.Sleep(20);
    }

    /// <summary>Compiles once.</summary>
    /// <returns>The time that it took, and the server's processor time, of all threads.</returns>
    /// <exception cref="InvalidOperationException">The source does not compile, or an analyzer found
    /// something.</exception>
    public (TimeSpan Wall, TimeSpan Processor) Compile(IEnumerable<string> arguments)
    {
        _server.Refresh();
        var before = _server.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        using var client = Start("csc.dll", [$"/shared:{_pipe}", .. arguments]);
        var output = client.StandardOutput.ReadToEnd();
        client.WaitForExit();
        var wall = watch.Elapsed;
        _server.Refresh();
        if (client.ExitCode != 0)
            throw new InvalidOperationException(string.Join('\n', output.Split('\n').Take(5)));
        return (wall, _server.TotalProcessorTime - before);
    }

    public void Dispose()
    {
        _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
    }

    Process Start(string program, params IEnumerable<string> arguments) =>
        Process.Start(
            new ProcessStartInfo("dotnet", [Path.Combine(_folder, program), .. arguments])
            {
                RedirectStandardOutput = true,
            })!;
}
