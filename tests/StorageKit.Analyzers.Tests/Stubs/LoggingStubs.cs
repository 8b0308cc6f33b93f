namespace StorageKit.Analyzers.Tests.Stubs;

/// <summary>The shape of Microsoft.Extensions.Logging.</summary>
static class LoggingStubs
{
    public const string Source = """
        #nullable disable
        namespace Microsoft.Extensions.Logging
        {
            public enum LogLevel { Information, Error }
            public interface ILogger { void Log(LogLevel level, string text); }
            public interface ILogger<out T> : ILogger { }
            public static class LoggerExtensions
            {
                public static void LogError(this ILogger logger, Exception exception, string message, params object[] args) { }
                public static void LogWarning(this ILogger logger, string message, params object[] args) { }
            }
        }
        """;
}
