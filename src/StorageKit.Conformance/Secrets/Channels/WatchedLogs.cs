using Microsoft.Extensions.Logging;

namespace StorageKit.Conformance.Secrets;

/// <summary>Everything that a driver logs, at every level: message, values, scopes, exception.</summary>
internal sealed class WatchedLogs(LeakWatch watch) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new Logger(watch, categoryName);

    public void AddProvider(ILoggerProvider provider)
    {
        // Nobody else is to hear of what is logged here.
    }

    public void Dispose()
    {
    }

    sealed class Logger(LeakWatch watch, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            watch.SeeValue(state, $"a log scope of {category}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            var place = $"a log entry of {category}";
            watch.See(formatter(state, exception), place);
            watch.SeeValue(state, place);
            if (exception is not null) watch.SeeException(exception, $"{place}, its exception");
        }
    }
}
