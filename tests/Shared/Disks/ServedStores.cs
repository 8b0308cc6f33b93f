using System.Diagnostics;

namespace StorageKit.Testing.Disks;

/// <summary>A process of its own that has the driver open, so that its system calls can be made to fail.</summary>
internal sealed class ServedStores(string program, string path) : IDisposable
{
    readonly Process _process = Process.Start(
        new ProcessStartInfo("dotnet", [program, WriteServer.Work, path, "0"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;

    internal int ProcessId => _process.Id;

    /// <summary>Writes the value to every store; returns what became of each write, by the store.</summary>
    internal async Task<Dictionary<string, string>> WriteAsync(byte value)
    {
        await _process.StandardInput.WriteLineAsync($"{value}");
        await _process.StandardInput.FlushAsync();
        Dictionary<string, string> results = [];
        while (await _process.StandardOutput.ReadLineAsync() is { } line && line != WriteServer.Done)
            results.Add(line[..line.IndexOf(' ')], line[(line.IndexOf(' ') + 1)..]);
        return results;
    }

    /// <summary>SIGKILL: what was acknowledged has to be there without a good end.</summary>
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
