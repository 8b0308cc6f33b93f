using Microsoft.Extensions.Logging;
using ModelContextProtocol;

namespace StorageKit.Mcp;

/// <summary>Loggers for the SDK that take what a client has done wrong for what it is: the SDK logs each error that a
/// handler answers with as a failure of the server.</summary>
internal sealed class ClientErrors(ILoggerFactory loggers) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new Logger(loggers.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => loggers.AddProvider(provider);

    // The factory behind it belongs to the application.
    public void Dispose()
    {
    }

    sealed class Logger(ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            var level = exception is McpException ? LogLevel.Debug : logLevel;
            if (inner.IsEnabled(level)) inner.Log(level, eventId, state, exception, formatter);
        }
    }
}
