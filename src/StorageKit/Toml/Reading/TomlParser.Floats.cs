using System.Globalization;
using System.Text;

namespace StorageKit.Toml;

// Floats.
internal ref partial struct TomlParser
{
    // Up to here both the digits and the power of ten are exact doubles, so one operation rounds correctly.
    const int MostExactDigits = 15;

    static readonly double[] ExactPowersOf10 =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>Goes on at the point or exponent of a float whose integer part has been read.</summary>
    TomlFloat? ReadFloat(int start, int i, DecimalDigits digits, bool negative)
    {
        var power = 0;
        if (_text[i] == '.')
        {
            if (!IsDigit(_text[++i])) return FailInFloat(i, "a digit must follow the point");
            var before = digits.Count;
            if (!ReadDigits(ref i, ref digits)) return null;
            power = before - digits.Count;
        }

        if (_text[i] is 'e' or 'E')
        {
            var negativeExponent = _text[++i] == '-';
            if (_text[i] is '+' or '-') i++;
            if (!IsDigit(_text[i])) return FailInFloat(i, "a digit must follow the exponent's e");
            var exponent = new DecimalDigits();
            if (!ReadDigits(ref i, ref exponent)) return null;

            // Beyond this every float is zero or too large; the exact path below decides which.
            var size = exponent.Count > MostExactDigits ? 9999 : (int)Math.Min(exponent.Value, 9999);
            power += negativeExponent ? -size : size;
        }

        if (!CharKinds.Is(_text[i], CharKinds.ValueEnd)) return (TomlFloat?)FailAfterNumber(i);
        double value;
        if (digits.Count <= MostExactDigits && power is >= -22 and <= 22)
        {
            value = power < 0 ? digits.Value / ExactPowersOf10[-power] : digits.Value * ExactPowersOf10[power];
            if (negative) value = -value;
        }
        else if (!TryConvert(start, i, out value))
        {
            return FailInFloat(start, "this float is too large for 64 bits; write inf if infinity is meant");
        }

        _pos = i;
        return new TomlFloat(value, SpanFrom(start));
    }

    readonly bool TryConvert(int start, int end, out double value)
    {
        var text = new StringBuilder().Append(_text, start, end - start).Replace("_", "").ToString();
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && !double.IsInfinity(value);
    }

    TomlFloat? ReadInfinityOrNaN(int start, int word, bool negative)
    {
        double value;
        if (TakeWord(word, "inf"))
            value = negative ? double.NegativeInfinity : double.PositiveInfinity;
        else if (TakeWord(word, "nan"))
            value = double.NaN;
        else
            return FailUnquoted<TomlFloat>();
        return new TomlFloat(value, SpanFrom(start));
    }
}
