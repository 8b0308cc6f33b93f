using System.Text.Json;

namespace StorageKit;

/// <summary>Walks the fields of a struct, in its object form (any order) or its array form (declared order).</summary>
internal struct SerdeStruct
{
    readonly string[] _fields;
    readonly bool _isArray;
    int _position;
    uint _seen;

    internal SerdeStruct(ref SerdeReader reader, string name, string[] fields)
    {
        _fields = fields;
        _isArray = reader.Token == JsonTokenType.StartArray;
        if (!_isArray && reader.Token != JsonTokenType.StartObject) throw reader.Expected(name, "an object");
    }

    /// <summary>Moves to the next known field and leaves the reader on its value.</summary>
    internal bool Next(ref SerdeReader reader, out int field)
    {
        while (true)
        {
            reader.Read();
            if (reader.Token is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                field = -1;
                return false;
            }
            if (_isArray)
            {
                field = _position++;
                if (field == _fields.Length) throw reader.Error($"something follows the last field \"{_fields[^1]}\"");
                _seen |= 1u << field;
                reader.EnterField(_fields[field]);
                return true;
            }
            field = reader.IndexOfName(_fields);
            if (field < 0)
            {
                reader.Read();
                reader.SkipValue();
                continue;
            }
            if ((_seen & (1u << field)) != 0) throw reader.Error($"duplicate field \"{_fields[field]}\"");
            _seen |= 1u << field;
            reader.EnterField(_fields[field]);
            reader.Read();
            return true;
        }
    }

    /// <summary>Throws for the first of the leading <paramref name="count"/> fields that was not there.</summary>
    internal readonly void RequireFirst(int count, in SerdeReader reader)
    {
        for (var i = 0; i < count; i++)
            if ((_seen & (1u << i)) == 0)
                throw reader.Error($"missing field \"{_fields[i]}\"");
    }
}
