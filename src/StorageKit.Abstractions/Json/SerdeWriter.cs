using System.Globalization;
using System.Text;

namespace StorageKit;

/// <summary>Writes JSON byte for byte as the reference's serde does: compact, non-ASCII unescaped, only <c>"</c>,
/// <c>\</c> and control characters escaped.</summary>
internal readonly struct SerdeWriter()
{
    readonly StringBuilder _text = new(512);

    internal SerdeWriter Raw(string json)
    {
        _text.Append(json);
        return this;
    }

    internal SerdeWriter Number(ulong value)
    {
        _text.Append(value.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    internal SerdeWriter Bytes(ReadOnlySpan<byte> bytes)
    {
        _text.Append('[');
        for (var i = 0; i < bytes.Length; i++)
        {
            if (i > 0) _text.Append(',');
            _text.Append(bytes[i].ToString(CultureInfo.InvariantCulture));
        }
        _text.Append(']');
        return this;
    }

    internal SerdeWriter Text(string value)
    {
        _text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"': _text.Append("\\\""); break;
                case '\\': _text.Append("\\\\"); break;
                case '\b': _text.Append("\\b"); break;
                case '\t': _text.Append("\\t"); break;
                case '\n': _text.Append("\\n"); break;
                case '\f': _text.Append("\\f"); break;
                case '\r': _text.Append("\\r"); break;
                case < ' ': _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)); break;
                default: _text.Append(c); break;
            }
        }
        _text.Append('"');
        return this;
    }

    /// <summary>Nothing when the value is null: optional fields that are none are left out.</summary>
    internal SerdeWriter OptionalText(string prefix, string? value) => value is null ? this : Raw(prefix).Text(value);

    /// <summary>The text, or <c>null</c>.</summary>
    internal SerdeWriter Optional(string? value) => value is null ? Raw("null") : Text(value);

    public override string ToString() => _text.ToString();
}
