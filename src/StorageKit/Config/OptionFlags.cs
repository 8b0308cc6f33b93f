namespace StorageKit;

/// <summary>How an option is read.</summary>
[Flags]
public enum OptionFlags
{
    /// <summary>May be left out; may be shown.</summary>
    None = 0,

    /// <summary>Must be in the section.</summary>
    Required = 1,

    /// <summary>Is never shown, and may refer to an environment variable or a file.</summary>
    Secret = 2,
}
