using System.Diagnostics;
using System.Globalization;

namespace StorageKit.Testing.Disks;

/// <summary>Makes system calls of a running process fail, as a disk does that is breaking; until it is disposed.
/// </summary>
internal sealed class FailingDisk : IAsyncDisposable
{
    internal const string Syncs = "fsync,fdatasync", Writes = "pwrite64,pwritev";

    readonly Process _strace;

    FailingDisk(Process strace) => _strace = strace;

    /// <summary>Whether there is what it needs.</summary>
    internal static bool IsPossible => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess
        && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Any(folder => File.Exists(Path.Combine(folder, "strace")));

    /// <summary>Returns when every thread of the process has the fault.</summary>
    /// <param name="process">The process's id.</param>
    /// <param name="calls">Which calls fail.</param>
    /// <param name="error">With which error: <c>EIO</c>.</param>
    internal static async Task<FailingDisk> AttachAsync(int process, string calls, string error)
    {
        string[] arguments =
        [
            "-f", "-o", "/dev/null", "-e", $"trace={calls}", "-e", $"inject={calls}:error={error}",
            "-p", process.ToString(CultureInfo.InvariantCulture),
        ];
        var strace = Process.Start(new ProcessStartInfo("strace", arguments) { RedirectStandardError = true })!;
        // What it says after that, a line for each new thread, fits in the pipe.
        if (await strace.StandardError.ReadLineAsync() is { } said && said.Contains("attached", StringComparison.Ordinal))
            return new(strace);
        strace.Dispose();
        throw new InvalidOperationException("strace cannot be attached here.");
    }

    /// <summary>The process goes on without the fault.</summary>
    public async ValueTask DisposeAsync()
    {
        using (var interrupt = Process.Start("kill", ["-INT", $"{_strace.Id}"])) await interrupt.WaitForExitAsync();
        await _strace.WaitForExitAsync();
        _strace.Dispose();
    }
}
