using System.Diagnostics;
using System.Runtime.InteropServices;

namespace StorageKit.Conformance.Backends;

/// <summary>A running server: a child process with its output in a file. Ends with the test host, however that ends.
/// </summary>
internal sealed class ServerProcess : IDisposable
{
    // The shell becomes the server, so that the id which it wrote down is the server's.
    const string Launch = """
        umask 077; pid=$1; log=$2; shift 2
        echo $$ > "$pid"
        exec "$@" </dev/null >>"$log" 2>&1
        """;

    static readonly TimeSpan KillPatience = TimeSpan.FromSeconds(20);

    readonly Process _process;
    readonly string _name;
    readonly string _pidFile;
    readonly string _log;

    /// <summary>Starts a server.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="folder">Where its log and process id go.</param>
    /// <param name="command">The program and its arguments; the program must stay in the foreground.</param>
    internal ServerProcess(string name, string folder, IEnumerable<string> command)
    {
        _name = name;
        _pidFile = Path.Combine(folder, HostGuard.PidFile);
        _log = Path.Combine(folder, "server.log");
        var start = new ProcessStartInfo("/bin/sh", ["-c", Launch, "sh", _pidFile, _log, .. command])
        {
            WorkingDirectory = "/",
        };
        // What the tests' environment says about other servers is not for this one.
        foreach (var variable in start.Environment.Keys.Where(
            key => key.StartsWith("PG", StringComparison.Ordinal)).ToList()) start.Environment.Remove(variable);
        start.Environment["LC_ALL"] = "C";
        _process = Process.Start(start)!;
    }

    internal bool HasExited => _process.HasExited;

    /// <summary>Waits until it answers.</summary>
    /// <exception cref="BackendException">It has ended, or does not answer in time; with the end of its log.
    /// </exception>
    internal async Task WhenReadyAsync(
        Func<CancellationToken, Task<bool>> answers, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(patience);
        try
        {
            var pause = 5; // ms; asking is work for a server, so it is asked less and less often
            while (!_process.HasExited)
            {
                if (await answers(time.Token).ConfigureAwait(false) && !_process.HasExited) return;
                await Task.Delay(pause, time.Token).ConfigureAwait(false);
                pause = Math.Min(2 * pause, 100);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BackendException(
                $"{_name} runs, but did not answer within {patience.TotalSeconds:0.#} s. {LogTail()}");
        }
        throw new BackendException($"{_name} ended at its start with code {_process.ExitCode}. {LogTail()}");
    }

    /// <summary>Asks it to end and waits for that; kills it when it does not.</summary>
    internal async Task StopAsync(int signal, TimeSpan patience)
    {
        if (!_process.HasExited && Signal(_process.Id, signal) == 0)
        {
            using var time = new CancellationTokenSource(patience);
            try
            {
                await _process.WaitForExitAsync(time.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                await KillAsync().ConfigureAwait(false);
                throw new BackendException(
                    $"{_name} did not end within {patience.TotalSeconds:0.#} s and was killed. {LogTail()}");
            }
        }
        Forget();
    }

    /// <summary>Ends it, and every process that it has started, without warning.</summary>
    internal async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        using var time = new CancellationTokenSource(KillPatience);
        await _process.WaitForExitAsync(time.Token).ConfigureAwait(false);
        Forget();
    }

    // Somebody else may get this process id now.
    void Forget()
    {
        if (File.Exists(_pidFile)) File.Delete(_pidFile);
    }

    string LogTail()
    {
        string[] lines = File.Exists(_log) ? [.. File.ReadLines(_log).TakeLast(8)] : [];
        return lines.Length == 0 ? "Its log is empty." : $"Its log ends with:\n  {string.Join("\n  ", lines)}";
    }

    public void Dispose() => _process.Dispose();

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    static extern int Signal(int process, int signal);
}
