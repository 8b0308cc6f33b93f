using System.Globalization;
using Microsoft.Extensions.Logging;

namespace StorageKit.Cli.Terminal;

/// <summary>Writes what is logged to standard error, an entry a line: standard output belongs to results, and in
/// <c>mcp</c> to the protocol. Thread-safe.</summary>
internal sealed class StandardErrorLog(TextWriter error, LogLevel least, TimeProvider time) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    void Write(LogLevel level, string category, string message, Exception? thrown)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ} {level} {category}: {message}");
        // A stack tells a driver's author more than an operator, and a message may repeat what was sent.
        if (thrown is not null) line += $" ({thrown.GetType().Name})";
        lock (error) error.WriteLine(line);
    }

    sealed class Logger(StandardErrorLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel level) => level >= log.Least && level != LogLevel.None;

        public void Log<TState>(
            LogLevel level, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(level)) log.Write(level, category, formatter(state, exception), exception);
        }
    }

    LogLevel Least => least;
}
