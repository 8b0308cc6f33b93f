namespace StorageKit;

/// <summary>Wraps what a driver threw while it was opened.</summary>
internal static class BuildFailure
{
    // Only a StorageException promises that its message holds no secret; of any other the type has to do.
    internal static StorageConfigException Of(string file, string? kind, string driver, Exception thrown)
    {
        var source = thrown is StorageException ? thrown.Message : $"{thrown.GetType().Name} while opening";
        var message = kind is null
            ? $"failed to build driver {QuotedName.Of(driver)}: {source}"
            : $"failed to build {kind} driver {QuotedName.Of(driver)}: {source}";
        return new(
            [new(ConfigErrorKind.Build, file, null, message) { Contract = kind, Driver = driver }],
            thrown is StorageException ? thrown : null);
    }
}
