using StorageKit.Toml;

namespace StorageKit.Tests.Toml;

/// <summary>One spelling for each date and time: 'T', 'Z', no trailing zeros in the fraction.</summary>
internal static class Rfc3339
{
    internal static string Of(TomlDateTime d)
    {
        var date = $"{d.Year:0000}-{d.Month:00}-{d.Day:00}";
        var time = $"{d.Hour:00}:{d.Minute:00}:{d.Second:00}.{d.Nanosecond:000000000}".TrimEnd('0').TrimEnd('.');
        var offset = Math.Abs(d.OffsetMinutes);
        var zone = d.OffsetMinutes == 0 ? "Z" : $"{(d.OffsetMinutes < 0 ? '-' : '+')}{offset / 60:00}:{offset % 60:00}";
        return d.Kind switch
        {
            TomlDateTimeKind.OffsetDateTime => $"{date}T{time}{zone}",
            TomlDateTimeKind.LocalDateTime => $"{date}T{time}",
            TomlDateTimeKind.LocalDate => date,
            _ => time,
        };
    }

    internal static string Of(string text)
    {
        var point = text.IndexOf('.');
        if (point < 0) return text.Replace("+00:00", "Z");
        var end = point + 1;
        while (end < text.Length && char.IsDigit(text[end])) end++;
        return (text[..end].TrimEnd('0').TrimEnd('.') + text[end..]).Replace("+00:00", "Z");
    }
}
