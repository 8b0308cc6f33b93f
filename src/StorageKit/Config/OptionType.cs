namespace StorageKit;

/// <summary>How the value of an option is written in TOML.</summary>
public enum OptionType
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A string that is an absolute URI.</summary>
    Address,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>An integer.</summary>
    Integer,

    /// <summary>An integer or a float.</summary>
    Number,

    /// <summary>A string such as <c>"250ms"</c> or <c>"7d"</c>.</summary>
    Duration,

    /// <summary>A string that is one of <see cref="OptionDescription.Choices"/>.</summary>
    Choice,

    /// <summary>An array of strings.</summary>
    Texts,

    /// <summary>A table, with the options in <see cref="OptionDescription.Options"/>.</summary>
    Table,

    /// <summary>A string that is another driver's name.</summary>
    Driver,
}
