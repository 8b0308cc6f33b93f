namespace StorageKit;

/// <summary>What is wrong with a configuration.</summary>
public enum ConfigErrorKind
{
    /// <summary>The file cannot be read.</summary>
    Unreadable,

    /// <summary>The text is not TOML, or <c>[storage]</c> lacks a kind key or has it with another type.</summary>
    ParseError,

    /// <summary>There is no <c>[storage]</c> table.</summary>
    NoStorageSection,

    /// <summary>A kind key names a driver that is not registered for this kind.</summary>
    UnknownDriver,

    /// <summary>A driver that cannot do without its <c>[storage.NAME]</c> table does not have it.</summary>
    MissingDriverSection,

    /// <summary>An option of a driver is missing, unknown, of the wrong type or out of range.</summary>
    Option,

    /// <summary>The driver could not be opened.</summary>
    Build,

    /// <summary>Something is configured that nothing reads. Reported as a warning.</summary>
    Unused,
}
