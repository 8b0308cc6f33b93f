using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Threading.Channels;

namespace StorageKit.Conformance.Children;

/// <summary>The parent's side: a process that has the driver open and does a workload. Every wait for it ends; whatever
/// happens, no process is left when it is disposed.</summary>
internal sealed class DriverChild : IAsyncDisposable
{
    static readonly TimeSpan s_hangUpPatience = TimeSpan.FromSeconds(3);
    static readonly TimeSpan s_exitPatience = TimeSpan.FromSeconds(10);

    readonly Process _process;
    readonly Channel<ChildLine> _lines = Channel.CreateUnbounded<ChildLine>();
    readonly StringBuilder _errors = new();
    readonly Task _reading;
    volatile string? _garbage;
    volatile bool _isKilled;

    DriverChild(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginErrorReadLine();
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>How long the child may be silent before the driver counts as hanging.</summary>
    internal TimeSpan Patience { get; init; }

    /// <summary>Starts a child.</summary>
    /// <param name="order">What it does.</param>
    /// <param name="options">How it runs.</param>
    internal static async ValueTask<DriverChild> StartAsync(ChildOrder order, ChildOptions options)
    {
        var process = Process.Start(ChildHost.NewStart(options.SystemCalls?.Command ?? [], options.Environment))
            ?? throw new InvalidOperationException("The child process did not start.");
        var child = new DriverChild(process) { Patience = options.Patience };
        await child.TellAsync(order.ToLine()).ConfigureAwait(false);
        return child;
    }

    /// <summary>Returns when the driver is open in the child; false when the child was killed before.</summary>
    /// <exception cref="ClauseViolationException">It cannot be opened there, hangs or ends.</exception>
    internal async ValueTask<bool> OpenedAsync(CancellationToken cancellationToken)
    {
        switch (await NextAsync("opening the driver", cancellationToken).ConfigureAwait(false))
        {
            case { Kind: ChildLineKind.Ready }:
                return true;
            case { Kind: ChildLineKind.NotFound } line:
                throw new UntestedException($"a child process does not find the driver: {line.Text}");
            case { } line:
                throw new ClauseViolationException($"the driver cannot be opened in a child process: {line.Text}");
            default:
                if (_isKilled || IsKilledBySignal) return false;
                throw Ended("before the driver was open");
        }
    }

    /// <summary>Asks for the next operations.</summary>
    internal ValueTask AskAsync(int count) => TellAsync(count.ToString(CultureInfo.InvariantCulture));

    /// <summary>What the child says next; null when it has ended and has said everything.</summary>
    /// <exception cref="ClauseViolationException">It says nothing in time, or what is no answer.</exception>
    internal async ValueTask<ChildLine?> NextAsync(string doing, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            if (await _lines.Reader.WaitToReadAsync(patience.Token).ConfigureAwait(false)
                && _lines.Reader.TryRead(out var line))
                return line;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ClauseViolationException(string.Create(
                CultureInfo.InvariantCulture,
                $"the driver hangs in a child process: it was {doing}, and said nothing for "
                + $"{Patience.TotalSeconds:0.#} s"));
        }
        return _garbage is null ? null : throw new ClauseViolationException(
            $"the driver prints to standard output while it was {doing}, past Console.Out: {_garbage}");
    }

    /// <summary>What became of the operations that were asked for; fewer when the child was killed.</summary>
    internal async ValueTask<IReadOnlyList<ChildLine>> DoneAsync(CancellationToken cancellationToken)
    {
        List<ChildLine> lines = [];
        while (await NextAsync($"at operation {lines.Count + 1}", cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (!line.IsOfOperation) return lines;
            lines.Add(line);
        }
        if (!_isKilled && !IsKilledBySignal) throw Ended($"at operation {lines.Count + 1}");
        return lines;
    }

    /// <summary>SIGKILL: the process gets no chance to write anything more. What it has said can still be read.
    /// </summary>
    internal void Kill()
    {
        _isKilled = true;
        // With strace before it the process itself is strace's child.
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
    }

    /// <summary>Ends it and waits for its end. A child ends by itself when its parent hangs up, and strace after it,
    /// with its log complete; whoever does not is killed.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        if (!_isKilled && !await EndsAsync(s_hangUpPatience).ConfigureAwait(false)) Kill();
        if (await EndsAsync(s_exitPatience).ConfigureAwait(false)) await _reading.ConfigureAwait(false);
        _process.Dispose();
    }

    async ValueTask<bool> EndsAsync(TimeSpan patience)
    {
        using var time = new CancellationTokenSource(patience);
        try
        {
            await _process.WaitForExitAsync(time.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // strace ends as its child has ended; 128 + 9 is how a shell says it.
    bool IsKilledBySignal => _process.WaitForExit(s_exitPatience) && _process.ExitCode == 137;

    ClauseViolationException Ended(string when)
    {
        // Its last words come after its end.
        var code = _process.WaitForExitAsync().Wait(s_exitPatience)
            ? string.Create(CultureInfo.InvariantCulture, $"with exit code {_process.ExitCode}")
            : "its output";
        return new($"the driver ends its process, a child of the suite, {code} {when}{FirstErrors}");
    }

    string FirstErrors
    {
        get
        {
            lock (_errors) return _errors.Length > 0 ? $": {_errors}" : "";
        }
    }

    async ValueTask TellAsync(string line)
    {
        try
        {
            await _process.StandardInput.WriteLineAsync(line).ConfigureAwait(false);
            await _process.StandardInput.FlushAsync().ConfigureAwait(false);
        }
        catch (IOException)
        {
            // It has ended; what it said last, or its exit code, tells more than the broken pipe.
            await _reading.ConfigureAwait(false);
        }
    }

    async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } text)
        {
            if (ChildLine.Parse(text) is { } line) _lines.Writer.TryWrite(line);
            else _garbage ??= $"{text.Length} characters that are no answer";
        }
        _lines.Writer.Complete();
    }

    // The first lines are the exception; the rest is the way to it.
    void Note(string? line)
    {
        const int Shown = 200;
        lock (_errors)
            if (_errors.Length < Shown && !string.IsNullOrWhiteSpace(line))
                _errors.Append(_errors.Length > 0 ? " " : "").Append(line.Trim());
    }
}
