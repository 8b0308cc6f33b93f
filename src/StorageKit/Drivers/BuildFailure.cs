namespace StorageKit;

/// <summary>Wraps what a driver threw while it was opened.</summary>
internal static class BuildFailure
{
    /// <summary>Whether a thrown exception is a failure of the driver, and not the caller's own cancellation.</summary>
    internal static bool Is(Exception thrown, CancellationToken cancellationToken) =>
        thrown is not OperationCanceledException || !cancellationToken.IsCancellationRequested;

    // Only a StorageException promises that its message holds no secret; of any other the type has to do.
    internal static StorageConfigException Of(string file, string? kind, string driver, Exception thrown)
    {
        var known = thrown as StorageException;
        var source = known?.Message
            ?? $"the driver threw {thrown.GetType()}, whose message is not shown: it may hold a secret";
        var what = kind is null ? "driver" : $"{kind} driver";
        var error = new ConfigError(
            ConfigErrorKind.Build, file, null, $"failed to build {what} {QuotedName.Of(driver)}: {source}")
        {
            Contract = kind,
            Driver = driver,
            Hint = known is null ? "a driver reports what goes wrong as a StorageException" : null,
        };
        return new([error], known);
    }
}
