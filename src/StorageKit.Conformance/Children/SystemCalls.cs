using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace StorageKit.Conformance.Children;

/// <summary>Watches a child's system calls, and makes chosen ones fatal or fail, through strace.</summary>
/// <param name="Arguments">What strace is told.</param>
internal sealed record SystemCalls(IReadOnlyList<string> Arguments)
{
    /// <summary>Every call by which a driver changes what outlives it: its files, or a backend over a socket. Plain
    /// <c>write</c> is not among them: by it the child speaks to its parent.</summary>
    const string Changes =
        "pwrite64,pwritev,pwritev2,ftruncate,fallocate,rename,renameat,renameat2,unlink,unlinkat,link,linkat,"
        + "fsync,fdatasync,msync,sendto,sendmsg";

    // Stops the process at none but the calls that are asked for. With it strace 6.1 makes calls fail and does not
    // kill.
    const string Quick = "--seccomp-bpf";

    internal const string Syncs = "fsync,fdatasync";

    internal const string Writes = "pwrite64,pwritev";

    static readonly Lazy<string?> s_problem = new(Probe);

    /// <summary>Why system calls cannot be watched here; null when they can.</summary>
    internal static string? Problem => s_problem.Value;

    /// <summary>The process is killed as one of its threads enters its <paramref name="number"/>th call of one of the
    /// changes, counted from 1: the call does not take place.</summary>
    internal static SystemCalls KillAt(int number) => new(
    [
        "-o", "/dev/null", "-e", $"trace={Changes}",
        "-e", string.Create(CultureInfo.InvariantCulture, $"inject={Changes}:signal=KILL:when={number}"),
    ]);

    /// <summary>Writes down every change, and every word to the parent, in their order; read by
    /// <see cref="SystemCallLog"/>.</summary>
    internal static SystemCalls Record(string file) =>
        new([Quick, "-o", file, "-y", "-s", "24", "-e", $"trace={Changes},write,open,openat"]);

    /// <summary>As <see cref="Record"/>, and calls fail.</summary>
    /// <param name="file">The log.</param>
    /// <param name="calls">Which, by name.</param>
    /// <param name="error">With which error: <c>EIO</c>.</param>
    /// <param name="when">Which ones, in each thread: <c>2+2</c> is every second one; empty for all.</param>
    internal static SystemCalls RecordAndFail(string file, string calls, string error, string when) => new(
        [.. Record(file).Arguments, "-e", $"inject={calls}:error={error}{(when.Length > 0 ? $":when={when}" : "")}"]);

    /// <summary>The command that runs another one so.</summary>
    internal IReadOnlyList<string> Command => ["strace", "-f", "-qq", .. Arguments];

    static string? Probe()
    {
        if (!OperatingSystem.IsLinux()) return "system calls are watched with strace, which only Linux has";
        try
        {
            var start = new ProcessStartInfo("strace", ["-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync", "true"])
            {
                RedirectStandardError = true,
            };
            using var probe = Process.Start(start)!;
            probe.StandardError.ReadToEnd();
            if (!probe.WaitForExit(TimeSpan.FromSeconds(10))) probe.Kill(entireProcessTree: true);
            return probe is { HasExited: true, ExitCode: 0 }
                ? null
                : "strace is not allowed to trace processes here; give the container SYS_PTRACE";
        }
        catch (Win32Exception)
        {
            return "strace is not on the PATH; install it to have processes killed at a chosen write";
        }
    }
}
