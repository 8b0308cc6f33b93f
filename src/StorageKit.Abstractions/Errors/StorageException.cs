namespace StorageKit;

/// <summary>The only exception that leaves a driver, besides <see cref="OperationCanceledException"/>,
/// <see cref="ArgumentException"/> and <see cref="ObjectDisposedException"/>.</summary>
/// <remarks>A driver puts no secret, payload or connection password into <see cref="Exception.Message"/>, and wraps no
/// inner exception that carries one.</remarks>
public sealed class StorageException : Exception
{
    /// <summary>An error of <paramref name="kind"/>; the message is the reference's text for the kind, then
    /// <paramref name="detail"/>. Transient when the kind is <see cref="StorageErrorKind.Timeout"/>.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="detail">What exactly, where, and what to do. No secret.</param>
    /// <param name="innerException">The backend's own exception, if it is free of secrets.</param>
    public StorageException(StorageErrorKind kind, string detail, Exception? innerException = null)
        : this(kind, detail, kind is StorageErrorKind.Timeout, innerException)
    {
    }

    /// <summary>As above, saying whether a retry can help.</summary>
    public StorageException(StorageErrorKind kind, string detail, bool isTransient, Exception? innerException = null)
        : base(Describe(kind) + ": " + detail, innerException)
    {
        Kind = kind;
        IsTransient = isTransient;
    }

    /// <summary>What went wrong.</summary>
    public StorageErrorKind Kind { get; }

    /// <summary>Whether the same call can succeed later without anybody changing anything.</summary>
    public bool IsTransient { get; }

    static string Describe(StorageErrorKind kind) => kind switch
    {
        StorageErrorKind.NotFound => "storage entity not found",
        StorageErrorKind.Backend => "storage backend unavailable",
        StorageErrorKind.Serialization => "storage serialization error",
        StorageErrorKind.Conflict => "storage conflict",
        StorageErrorKind.Timeout => "storage operation timed out",
        StorageErrorKind.Unauthorized => "storage access refused",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a StorageErrorKind."),
    };
}
