using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace StorageKit.Hosting.Tests.Setup;

/// <summary>Keeps everything that a host logs, exceptions with all that they print.</summary>
internal sealed class HostLog : ILoggerProvider
{
    readonly ConcurrentQueue<string> _lines = [];

    internal string All => string.Join('\n', _lines);

    internal string[] Saying(string text) => [.. _lines.Where(line => line.Contains(text, StringComparison.Ordinal))];

    /// <summary>Returns when so many lines with this text were logged.</summary>
    internal async Task<string> UntilAsync(string text, int times = 1)
    {
        for (var round = 0; Saying(text).Length < times; round++)
        {
            if (round == 1200) throw new TimeoutException($"Nothing said \"{text}\":\n{All}");
            await Task.Delay(50);
        }
        return Saying(text)[0];
    }

    public ILogger CreateLogger(string categoryName) => new Category(categoryName, _lines);

    public void Dispose()
    {
    }

    sealed class Category(string name, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {name}[{eventId.Id}]: {formatter(state, exception)}{exception}");
    }
}
