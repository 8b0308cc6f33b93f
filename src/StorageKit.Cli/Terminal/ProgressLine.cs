using System.Globalization;

namespace StorageKit.Cli.Terminal;

/// <summary>How far a long command is, on standard error: one line that changes in a terminal, a line every ten seconds
/// elsewhere. Not thread-safe.</summary>
internal sealed class ProgressLine(TextWriter error, bool isTerminal, TimeProvider time) : IDisposable
{
    static readonly TimeSpan s_terminal = TimeSpan.FromMilliseconds(200), s_elsewhere = TimeSpan.FromSeconds(10);

    readonly long _start = time.GetTimestamp();
    long _told = time.GetTimestamp();
    bool _isShown;

    /// <summary>For this process's own standard error.</summary>
    internal static ProgressLine Create() => new(Console.Error, !Console.IsErrorRedirected, TimeProvider.System);

    /// <summary>Tells how much is done, if it is time to.</summary>
    /// <param name="done">How much is done.</param>
    /// <param name="what">Of what: <c>records</c>.</param>
    /// <param name="total">How much there is; null when nobody knows.</param>
    internal void Report(long done, string what, long? total = null)
    {
        // The clock is not asked for each of millions.
        if ((done & 0xFF) != 0 && total != done) return;
        if (time.GetElapsedTime(_told) < (isTerminal ? s_terminal : s_elsewhere)) return;
        _told = time.GetTimestamp();
        var elapsed = time.GetElapsedTime(_start);
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{done:N0}{(total is { } all ? $" of {all:N0}" : "")} {what}");
        // Of a few things that last long, the time that is left says more.
        if (total is null)
            text += string.Create(CultureInfo.InvariantCulture, $", {done / elapsed.TotalSeconds:N0} a second");
        if (total > done && done > 0)
            text += string.Create(
                CultureInfo.InvariantCulture,
                $", {(elapsed * ((double)total.Value / done)) - elapsed:hh\\:mm\\:ss} left");
        if (isTerminal) error.Write($"\r{text}\x1b[K");
        else error.WriteLine(text);
        _isShown = isTerminal;
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (_isShown) error.Write("\r\x1b[K");
    }
}
