using System.Text;
using System.Text.Json;
using StorageKit.Toml;

namespace StorageKit.Tools;

/// <summary>Reads JSON into the tree that TOML is read into, with the place of each key and value, so that both are
/// held against the same rules.</summary>
internal static class JsonTree
{
    const string What = "is not JSON here";

    /// <returns>The tree; null when the text is not a JSON object.</returns>
    internal static TomlTable? Read(byte[] utf8, string file, List<ConfigError> errors)
    {
        var bom = Encoding.UTF8.Preamble;
        ReadOnlySpan<byte> text = utf8.AsSpan().StartsWith(bom) ? utf8.AsSpan(bom.Length) : utf8;
        var places = new JsonPlaces(text);
        var reader = new Utf8JsonReader(text);
        try
        {
            reader.Read();
            var root = Value(ref reader, ref places, file, errors);
            if (root is not TomlTable)
                errors.Add(new(ConfigErrorKind.ParseError, file, null, "expected a JSON object")
                {
                    Hint = "write {\"component\": […], \"agent\": […]}",
                });
            while (reader.Read()) { }
            return errors.Count == 0 ? root as TomlTable : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Their messages repeat what stands there, which may be a password.
            errors.Add(new(ConfigErrorKind.ParseError, file, places.Of(reader.TokenStartIndex), What)
            {
                Hint = "JSON has no comments, no trailing commas, and quotes around every key and text",
            });
            return null;
        }
    }

    static TomlValue? Value(ref Utf8JsonReader reader, ref JsonPlaces places, string file, List<ConfigError> errors)
    {
        var place = places.Of(reader.TokenStartIndex);
        var span = new TomlSpan(place, place);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Table(ref reader, ref places, span, file, errors);
            case JsonTokenType.StartArray:
                var array = new TomlArray(isTableArray: false, span);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    if (Value(ref reader, ref places, file, errors) is { } item)
                        array.Add(item);
                return array;
            case JsonTokenType.String:
                return new TomlString(reader.GetString()!, span);
            case JsonTokenType.Number:
                return reader.TryGetInt64(out var integer)
                    ? new TomlInteger(integer, span)
                    : new TomlFloat(reader.GetDouble(), span);
            case JsonTokenType.True or JsonTokenType.False:
                return new TomlBoolean(reader.GetBoolean(), span);
            default:
                errors.Add(new(ConfigErrorKind.ParseError, file, place, "null is no value")
                {
                    Hint = "leave the key out",
                });
                return null;
        }
    }

    static TomlTable Table(
        ref Utf8JsonReader reader, ref JsonPlaces places, TomlSpan span, string file, List<ConfigError> errors)
    {
        var table = new TomlTable(TomlTableKind.Inline, span);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var place = places.Of(reader.TokenStartIndex);
            var key = reader.GetString()!;
            reader.Read();
            var value = Value(ref reader, ref places, file, errors);
            if (table.TryGet(key, out _))
                errors.Add(new(ConfigErrorKind.ParseError, file, place, $"{QuotedName.OfKey(key)} stands here twice")
                {
                    Hint = "keep one of them",
                });
            else if (value is not null)
                table.Add(key, new(place, place), value);
        }
        return table;
    }
}
