using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace StorageKit.Testing.Encryption;

/// <summary>Keeps what is logged, as texts.</summary>
internal sealed class RecordedLog : ILoggerFactory, ILogger
{
    internal ConcurrentQueue<string> Lines { get; } = new();

    internal string[] Saying(string text) => [.. Lines.Where(line => line.Contains(text, StringComparison.Ordinal))];

    /// <summary>Returns when a line with this text was logged.</summary>
    internal async Task UntilAsync(string text, int seconds = 120)
    {
        for (var round = 0; Saying(text).Length == 0; round++)
        {
            if (round == seconds * 20)
                throw new TimeoutException($"Nothing said \"{text}\":\n{string.Join('\n', Lines)}");
            await Task.Delay(50);
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{logLevel}: {formatter(state, exception)}"));

    public void Dispose()
    {
    }
}
