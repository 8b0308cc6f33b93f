namespace StorageKit.Toml;

/// <summary>Which of TOML's four dates and times a value is.</summary>
public enum TomlDateTimeKind
{
    /// <summary>Date, time and offset from UTC: one instant.</summary>
    OffsetDateTime = 0,

    /// <summary>Date and time of an unknown zone.</summary>
    LocalDateTime = 1,

    /// <summary>A date only.</summary>
    LocalDate = 2,

    /// <summary>A time of day only.</summary>
    LocalTime = 3,
}
