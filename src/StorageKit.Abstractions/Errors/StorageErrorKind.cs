namespace StorageKit;

/// <summary>What went wrong in a store. The first four are the reference's;
/// the rest is what it cannot tell apart.</summary>
public enum StorageErrorKind
{
    /// <summary>An operation needs an entity that is not there (a heartbeat of an unregistered agent). A look-up that
    /// finds nothing is not an error: it returns null.</summary>
    NotFound,

    /// <summary>The backend cannot be reached or refused the operation.</summary>
    Backend,

    /// <summary>Stored data cannot be decoded, or its integrity check failed.</summary>
    Serialization,

    /// <summary>The operation contradicts what is stored already.</summary>
    Conflict,

    /// <summary>The backend did not answer in time; the operation may have been applied.</summary>
    Timeout,

    /// <summary>The backend refused the credentials or the right to do this.</summary>
    Unauthorized,
}
