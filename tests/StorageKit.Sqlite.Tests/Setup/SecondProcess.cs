using System.Diagnostics;

namespace StorageKit.Sqlite.Tests;

/// <summary>The test assembly running as another process on the same file.</summary>
internal sealed class SecondProcess : IDisposable
{
    readonly Process _process;

    internal SecondProcess(string work, string path, int amount, string? umask = null)
    {
        string[] command = ["dotnet", typeof(Program).Assembly.Location, work, path, $"{amount}"];
        if (umask is not null) command = ["sh", "-c", $"umask {umask} && exec \"$@\"", "sh", .. command];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true, UseShellExecute = false,
        };
        _process = Process.Start(start)!;
    }

    /// <summary>The hash of the next entry that was acknowledged; null when the process has ended.</summary>
    internal async Task<Hash256?> NextAcknowledgedAsync() =>
        Hash256.TryParse(await _process.StandardOutput.ReadLineAsync(), out var hash) ? hash : null;

    internal async Task<List<Hash256>> RestAsync()
    {
        List<Hash256> acknowledged = [];
        while (await NextAcknowledgedAsync() is { } hash) acknowledged.Add(hash);
        await _process.WaitForExitAsync();
        return acknowledged;
    }

    internal int ExitCode => _process.ExitCode;

    /// <summary>SIGKILL: the process gets no chance to write anything more.</summary>
    internal void Kill() => _process.Kill();

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
