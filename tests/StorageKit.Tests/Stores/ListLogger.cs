using Microsoft.Extensions.Logging;

namespace StorageKit.Tests.Stores;

/// <summary>Keeps every line that is logged: level, category and text.</summary>
internal sealed class ListLogger : ILoggerFactory
{
    internal List<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, Lines);

    public void AddProvider(ILoggerProvider provider) =>
        throw new NotSupportedException("The lines go to a list and nowhere else.");

    public void Dispose()
    {
    }

    sealed class Logger(string category, List<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            lines.Add($"{logLevel} {category}: {formatter(state, exception)}");
    }
}
