namespace StorageKit.Tools;

/// <summary>A provider or component cannot be registered. The message says why, names both sides of a conflict, and
/// holds no secret. Nothing has changed.</summary>
public sealed class ToolRegistrationException : Exception
{
    /// <summary>An exception that says why.</summary>
    public ToolRegistrationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
