using System.Globalization;
using System.Text.Json;

namespace StorageKit;

/// <summary>Reads JSON by the rules of the reference's serde: integers are integers in range, a missing or duplicate
/// field is an error, unknown fields are passed over.
/// Its errors name the field and the place and show no value.</summary>
internal ref struct SerdeReader
{
    // serde passes over an unknown field without recursion and so without a limit of depth; so does Utf8JsonReader.
    static readonly JsonReaderOptions Options = new() { MaxDepth = int.MaxValue };

    readonly string _what;
    Utf8JsonReader _json;
    string? _field;

    SerdeReader(ReadOnlySpan<byte> utf8, string what)
    {
        _what = what;
        _json = new(utf8, Options);
    }

    /// <summary>A reader in front of the first token of <paramref name="json"/>.</summary>
    internal static SerdeReader Open(string json, string what)
    {
        ArgumentNullException.ThrowIfNull(json);
        byte[] utf8;
        try
        {
            utf8 = StrictUtf8.Encode(json, "The text");
        }
        catch (ArgumentException)
        {
            throw new FormatException($"{what}: the text holds a lone surrogate; it is not valid Unicode.");
        }
        return new(utf8, what);
    }

    internal readonly JsonTokenType Token => _json.TokenType;

    internal void Read()
    {
        try
        {
            if (!_json.Read()) throw Error("the text ends too early");
        }
        catch (JsonException e)
        {
            throw NotJson(e);
        }
    }

    internal void ReadEnd()
    {
        try
        {
            if (_json.Read()) throw Error("something follows the value");
        }
        catch (JsonException e)
        {
            throw NotJson(e);
        }
    }

    /// <summary>Which of the names the property has, or -1.</summary>
    internal readonly int IndexOfName(string[] names)
    {
        if (_json.ValueIsEscaped) return Array.IndexOf(names, Unescaped() ?? throw LoneSurrogateInName());
        for (var i = 0; i < names.Length; i++)
            if (_json.ValueTextEquals(names[i]))
                return i;
        return -1;
    }

    /// <summary>Moves to the value of a known field; errors of syntax say that they are near it.</summary>
    internal void EnterField(string name) => _field = name;

    internal void SkipValue()
    {
        try
        {
            _json.Skip();
        }
        catch (JsonException e)
        {
            throw NotJson(e);
        }
    }

    internal readonly ulong UInt64(string field) =>
        _json.TokenType == JsonTokenType.Number && _json.TryGetUInt64(out var value)
            ? value
            : throw Expected(field, "an integer from 0 to 18446744073709551615");

    internal readonly uint UInt32(string field) =>
        _json.TokenType == JsonTokenType.Number && _json.TryGetUInt32(out var value)
            ? value
            : throw Expected(field, "an integer from 0 to 4294967295");

    internal readonly string Text(string field) => _json.TokenType == JsonTokenType.String
        ? Unescaped() ?? throw Expected(field, "valid Unicode without lone surrogates")
        : throw Expected(field, "a string");

    /// <summary>An array of exactly as many numbers from 0 to 255 as <paramref name="destination"/> holds.</summary>
    internal void Bytes(string field, scoped Span<byte> destination)
    {
        if (_json.TokenType != JsonTokenType.StartArray)
            throw Expected(field, $"an array of {destination.Length} bytes");
        for (var i = 0; ; i++)
        {
            Read();
            if (_json.TokenType == JsonTokenType.EndArray)
            {
                if (i == destination.Length) return;
                throw Expected(field, $"an array of {destination.Length} bytes");
            }
            if (i == destination.Length
                || _json.TokenType != JsonTokenType.Number || !_json.TryGetByte(out destination[i]))
                throw Expected(field, $"an array of {destination.Length} bytes, each from 0 to 255");
        }
    }

    /// <summary>A variant's exact name, plain or as serde's other form <c>{"Name":null}</c>.</summary>
    internal T Variant<T>(string field, Func<string, T?> find) where T : struct
    {
        if (_json.TokenType != JsonTokenType.StartObject) return find(Text(field)) ?? throw UnknownVariant(field);
        Read();
        if (_json.TokenType != JsonTokenType.PropertyName) throw Expected(field, "a variant's name");
        var value = find(Unescaped() ?? throw LoneSurrogateInName()) ?? throw UnknownVariant(field);
        Read();
        if (_json.TokenType != JsonTokenType.Null) throw Expected(field, "null behind the variant's name");
        Read();
        if (_json.TokenType != JsonTokenType.EndObject) throw Expected(field, "one variant");
        return value;
    }

    internal readonly FormatException Expected(string field, string expected) =>
        Error($"field \"{field}\" at byte {TokenStart}: expected {expected}");

    internal readonly FormatException Error(string fact) => new($"{_what}: {fact}.");

    readonly string TokenStart => _json.TokenStartIndex.ToString(CultureInfo.InvariantCulture);

    readonly FormatException UnknownVariant(string field) =>
        Expected(field, "one of the names of its kind, in their exact case");

    readonly FormatException LoneSurrogateInName() =>
        Error($"the name at byte {TokenStart}{Near}: expected valid Unicode without lone surrogates");

    // The message of the JsonException shows the offending character; its place is all that is passed on.
    readonly FormatException NotJson(JsonException e) =>
        Error($"not JSON at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}{Near}");

    readonly string Near => _field is null ? "" : $", near field \"{_field}\"";

    /// <summary>The token's text, or null when it has an escaped lone surrogate.</summary>
    readonly string? Unescaped()
    {
        try
        {
            return _json.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
