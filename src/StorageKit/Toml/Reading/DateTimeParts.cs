namespace StorageKit.Toml;

/// <summary>What the parser has read of a date or time.</summary>
internal struct DateTimeParts
{
    internal int Nanosecond;
    internal short Year;
    internal short OffsetMinutes;
    internal byte Month;
    internal byte Day;
    internal byte Hour;
    internal byte Minute;
    internal byte Second;
    internal TomlDateTimeKind Kind;
}
