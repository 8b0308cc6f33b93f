namespace StorageKit;

/// <summary>In what way a configuration is wrong: what an editor can do about it.</summary>
internal enum ConfigFault
{
    /// <summary>Nothing that one edit at the place mends.</summary>
    Other,

    /// <summary>Something has to be added.</summary>
    Missing,

    /// <summary>A key is right, its value is not.</summary>
    WrongValue,

    /// <summary>Nobody knows a key.</summary>
    UnknownKey,
}
