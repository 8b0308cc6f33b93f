using System.Globalization;
using System.Text.Json.Serialization;

namespace StorageKit.Benchmarks.Report;

/// <summary>How a table shows the cost of an operation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Unit>))]
internal enum Unit
{
    /// <summary>As time, in the unit that suits it.</summary>
    Time,

    /// <summary>As operations per second.</summary>
    Rate,
}

internal static class UnitFormat
{
    public static string Format(this Unit unit, double nanoseconds) => unit switch
    {
        Unit.Rate => Number(1e9 / nanoseconds) + "/s",
        _ when nanoseconds < 1e3 => Number(nanoseconds) + " ns",
        _ when nanoseconds < 1e6 => Number(nanoseconds / 1e3) + " µs",
        _ when nanoseconds < 1e9 => Number(nanoseconds / 1e6) + " ms",
        _ => Number(nanoseconds / 1e9) + " s",
    };

    /// <summary>Three digits that count, at least.</summary>
    public static string Number(double value) => value.ToString(
        Math.Abs(value) switch { 0 => "0", < 0.0995 => "0.000", < 9.95 => "0.00", < 99.5 => "0.0", _ => "#,0" },
        CultureInfo.InvariantCulture);
}
