namespace StorageKit.Toml;

/// <summary>A date, a time, or both, with or without offset. Parts that <see cref="Kind"/> lacks are 0.</summary>
/// <remarks>
/// The parts are kept as written, because .NET's types hold less: the year 0000, a leap second and offsets beyond
/// 14 hours are valid TOML.
/// </remarks>
public sealed class TomlDateTime : TomlValue
{
    readonly DateTimeParts _parts;

    internal TomlDateTime(DateTimeParts parts, TomlSpan span)
        : base(span) => _parts = parts;

    /// <summary>Which parts the value has.</summary>
    public TomlDateTimeKind Kind => _parts.Kind;

    /// <summary>The year, 0 to 9999.</summary>
    public int Year => _parts.Year;

    /// <summary>The month, 1 to 12.</summary>
    public int Month => _parts.Month;

    /// <summary>The day of the month, 1 to 31.</summary>
    public int Day => _parts.Day;

    /// <summary>The hour, 0 to 23.</summary>
    public int Hour => _parts.Hour;

    /// <summary>The minute, 0 to 59.</summary>
    public int Minute => _parts.Minute;

    /// <summary>The second, 0 to 60 (a leap second).</summary>
    public int Second => _parts.Second;

    /// <summary>Nanoseconds within the second, 0 to 999,999,999. Finer digits are cut off.</summary>
    public int Nanosecond => _parts.Nanosecond;

    /// <summary>The offset from UTC in minutes, east positive, -1439 to 1439.</summary>
    public int OffsetMinutes => _parts.OffsetMinutes;

    /// <inheritdoc/>
    public override string TypeName => Kind switch
    {
        TomlDateTimeKind.OffsetDateTime => "offset date-time",
        TomlDateTimeKind.LocalDateTime => "local date-time",
        TomlDateTimeKind.LocalDate => "local date",
        _ => "local time",
    };

    /// <summary>The instant of an offset date-time, in UTC, to 100 nanoseconds.</summary>
    /// <param name="instant">The instant; a leap second is the first second of the next minute.</param>
    /// <returns>False when the value is no offset date-time, or lies outside the years 1 to 9999.</returns>
    public bool TryGetInstant(out DateTimeOffset instant)
    {
        instant = default;
        if (Kind != TomlDateTimeKind.OffsetDateTime || Year == 0) return false;
        var ticks = new DateTime(Year, Month, Day, Hour, Minute, 0, DateTimeKind.Utc).Ticks
            + Second * TimeSpan.TicksPerSecond + Nanosecond / 100 - OffsetMinutes * TimeSpan.TicksPerMinute;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks) return false;
        instant = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }
}
