using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace StorageKit;

/// <summary>What the application gives to its drivers.</summary>
public sealed class StorageServices
{
    /// <summary>The system's clock, no logging, the process's environment.</summary>
    public static StorageServices Default { get; } = new();

    /// <summary>The clock of everything that depends on time.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Makes the drivers' loggers.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    /// <summary>Looks up the variables that secrets refer to.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;
}
