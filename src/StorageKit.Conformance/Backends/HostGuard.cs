using System.Diagnostics;

namespace StorageKit.Conformance.Backends;

/// <summary>Cleans up after a test host that was killed: a shell that waits for the host's end and then ends the
/// servers that are left and removes their folders. There is one for each test host, from the first need on.</summary>
/// <remarks>It waits for the end of its standard input, which the system closes however the host ends. A server's
/// process id stands in the file <c>server.pid</c> of its folder while it runs.</remarks>
internal static class HostGuard
{
    internal const string PidFile = "server.pid";

    // QUIT first: PostgreSQL then gives its shared memory back, which would outlive it otherwise.
    const string Script = """
        exec >/dev/null 2>&1
        trap '' INT TERM HUP
        folders=$(cat)
        printf '%s\n' "$folders" | while IFS= read -r folder; do
          [ -n "$folder" ] && [ -d "$folder" ] || continue
          for file in "$folder"/server.pid "$folder"/*/server.pid; do
            [ -f "$file" ] || continue
            read -r pid < "$file"
            kill -s QUIT "$pid"
            for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$pid" || break; sleep 0.2; done
            kill -s KILL "$pid"
          done
          rm -rf "$folder"
        done
        """;

    static readonly Lock Gate = new();
    static Process? _shell;

    /// <summary>Has a folder removed, and the servers in it ended, when this process ends and it is still there.
    /// </summary>
    internal static void Watch(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        lock (Gate)
        {
            if (_shell is not { HasExited: false }) _shell = StartShell();
            _shell.StandardInput.Write(folder + "\n");
            _shell.StandardInput.Flush();
        }
    }

    internal static Process StartShell() => Process.Start(
        new ProcessStartInfo("/bin/sh", ["-c", Script]) { RedirectStandardInput = true, WorkingDirectory = "/" })!;
}
