namespace StorageKit.Conformance.Clauses;

/// <summary>Exceptions in messages, and which of them may leave a driver.</summary>
internal static class Thrown
{
    /// <summary>Its type, and the kind of a <see cref="StorageException"/>; never its text, which may be the driver's
    /// secret.</summary>
    internal static string Name(Exception exception) => exception is StorageException storage
        ? $"StorageException of kind {storage.Kind}"
        : exception.GetType().Name;

    /// <summary>Whether it is one of the four that may leave a driver.</summary>
    internal static bool MayLeave(Exception exception) =>
        exception is StorageException or OperationCanceledException or ArgumentException or ObjectDisposedException;
}
