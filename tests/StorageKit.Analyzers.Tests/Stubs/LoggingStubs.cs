namespace StorageKit.Analyzers.Tests.Stubs;

/// <summary>The shape of Microsoft.Extensions.Logging and of data protection.</summary>
static class LoggingStubs
{
    public const string Source = """
        #nullable disable
        namespace Microsoft.Extensions.Logging
        {
            public enum LogLevel { Debug, Information, Warning, Error }
            public interface ILogger { bool IsEnabled(LogLevel logLevel); void Log(LogLevel level, string text); }
            public interface ILogger<out T> : ILogger { }
            public static class LoggerExtensions
            {
                public static void LogDebug(this ILogger logger, string message, params object[] args) { }
                public static void LogWarning(this ILogger logger, string message, params object[] args) { }
                public static void LogInformation(this ILogger logger, string message, params object[] args) { }
                public static void LogError(this ILogger logger, Exception exception, string message, params object[] args) { }
            }
            [AttributeUsage(AttributeTargets.Method)]
            public sealed class LoggerMessageAttribute : Attribute { public LoggerMessageAttribute(LogLevel level, string message) { } }
        }
        namespace Microsoft.AspNetCore.DataProtection
        {
            public interface IDataProtector { byte[] Protect(byte[] plaintext); byte[] Unprotect(byte[] protectedData); }
        }
        """;
}
