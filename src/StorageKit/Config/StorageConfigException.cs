namespace StorageKit;

/// <summary>A configuration cannot be used. Carries every error at once; the message has one line for each.</summary>
public sealed class StorageConfigException : Exception
{
    /// <summary>An exception for these errors, at least one.</summary>
    public StorageConfigException(IReadOnlyList<ConfigError> errors, Exception? innerException = null)
        : base(string.Join('\n', errors), innerException) => Errors = errors;

    /// <summary>The errors, the one that the reference would report first.</summary>
    public IReadOnlyList<ConfigError> Errors { get; }
}
