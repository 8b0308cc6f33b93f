using System.Globalization;
using System.Text.Json;

namespace StorageKit;

/// <summary>Reads JSON by the rules of the reference's serde: integers are integers in range, a missing or duplicate field is
/// an error, unknown fields are passed over. Its errors name the field and the place and show no value.</summary>
internal ref struct SerdeReader(ReadOnlySpan<byte> utf8, string what)
{
    Utf8JsonReader _json = new(utf8, new JsonReaderOptions { MaxDepth = 128 });

    internal readonly JsonTokenType Token => _json.TokenType;

    internal void Read()
    {
        try
        {
            if (!_json.Read()) throw Error("the text ends too early");
        }
        catch (JsonException e)
        {
            throw Error($"not JSON at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}");
        }
    }

    internal void ReadEnd()
    {
        try
        {
            if (_json.Read()) throw Error("something follows the value");
        }
        catch (JsonException)
        {
            throw Error("something follows the value");
        }
    }

    internal readonly bool NameIs(string name) => _json.ValueTextEquals(name);

    internal void SkipValue()
    {
        try
        {
            _json.Skip();
        }
        catch (JsonException e)
        {
            throw Error($"not JSON at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}");
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

    internal readonly string Text(string field)
    {
        if (_json.TokenType != JsonTokenType.String) throw Expected(field, "a string");
        try
        {
            return _json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Expected(field, "valid Unicode without lone surrogates");
        }
    }

    /// <summary>An array of exactly as many numbers from 0 to 255 as <paramref name="destination"/> holds.</summary>
    internal void Bytes(string field, scoped Span<byte> destination)
    {
        if (_json.TokenType != JsonTokenType.StartArray) throw Expected(field, $"an array of {destination.Length} bytes");
        for (var i = 0; ; i++)
        {
            Read();
            if (_json.TokenType == JsonTokenType.EndArray)
            {
                if (i == destination.Length) return;
                throw Expected(field, $"an array of {destination.Length} bytes");
            }
            if (i == destination.Length || _json.TokenType != JsonTokenType.Number || !_json.TryGetByte(out destination[i]))
                throw Expected(field, $"an array of {destination.Length} bytes, each from 0 to 255");
        }
    }

    /// <summary>A variant's exact name, plain or as serde's other form <c>{"Name":null}</c>.</summary>
    internal T Variant<T>(string field, Func<string, T?> find) where T : struct
    {
        string name;
        if (_json.TokenType == JsonTokenType.StartObject)
        {
            Read();
            if (_json.TokenType != JsonTokenType.PropertyName) throw Expected(field, "a variant's name");
            try
            {
                name = _json.GetString()!;
            }
            catch (InvalidOperationException)
            {
                throw Expected(field, "a variant's name");
            }
            Read();
            if (_json.TokenType != JsonTokenType.Null) throw Expected(field, "null behind the variant's name");
            Read();
            if (_json.TokenType != JsonTokenType.EndObject) throw Expected(field, "one variant");
        }
        else
        {
            name = Text(field);
        }
        return find(name) ?? throw Expected(field, "one of the names of its kind, in their exact case");
    }

    internal readonly FormatException Expected(string field, string expected) =>
        Error($"field \"{field}\" at byte {_json.TokenStartIndex.ToString(CultureInfo.InvariantCulture)}: expected {expected}");

    internal readonly FormatException Error(string fact) => new($"{what}: {fact}.");
}
