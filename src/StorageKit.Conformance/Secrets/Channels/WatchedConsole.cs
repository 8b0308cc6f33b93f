using System.Text;

namespace StorageKit.Conformance.Secrets;

/// <summary>What is written on the console; it is passed on.</summary>
internal sealed class WatchedConsole : TextWriter
{
    readonly LeakWatch _watch;
    readonly TextWriter _output;
    readonly string _place;
    readonly StringBuilder _line = new();
    readonly Lock _gate = new();

    WatchedConsole(LeakWatch watch, TextWriter output, string place)
    {
        _watch = watch;
        _output = output;
        _place = place;
    }

    public override Encoding Encoding => _output.Encoding;

    /// <summary>Watches both outputs until the result is disposed.</summary>
    internal static IDisposable Watch(LeakWatch watch)
    {
        var (output, error) = (Console.Out, Console.Error);
        var (watchedOutput, watchedError) =
            (new WatchedConsole(watch, output, "the console's output"),
                new WatchedConsole(watch, error, "the console's error output"));
        Console.SetOut(watchedOutput);
        Console.SetError(watchedError);
        // The console wraps what it is given; another suite may have put its own in front by the end.
        var (ours, ourError) = (Console.Out, Console.Error);
        return new End(() =>
        {
            watchedOutput.Look();
            watchedError.Look();
            if (ReferenceEquals(Console.Out, ours)) Console.SetOut(output);
            if (ReferenceEquals(Console.Error, ourError)) Console.SetError(error);
        });
    }

    public override void Write(char value)
    {
        lock (_gate) _line.Append(value);
        if (value == '\n') Look();
        _output.Write(value);
    }

    public override void Write(string? value)
    {
        lock (_gate) _line.Append(value);
        if (value?.Contains('\n', StringComparison.Ordinal) == true) Look();
        _output.Write(value);
    }

    public override void WriteLine(string? value) => Write(value + Environment.NewLine);

    public override void Flush() => _output.Flush();

    void Look()
    {
        lock (_gate)
        {
            _watch.See(_line.ToString(), _place);
            _line.Clear();
        }
    }

    sealed class End(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
