using System.Text;

namespace StorageKit.Mcp;

/// <summary>Finds the <c>id</c> of a JSON-RPC message that comes in parts, without keeping the message: a scanner of
/// the top-level object that remembers the last key and short values only.</summary>
internal sealed class MessageId
{
    /// <summary>Ids are numbers and short texts; a longer one is not answered.</summary>
    const int Longest = 128;

    readonly StringBuilder _token = new();
    int _depth;
    bool _isInText, _isEscaped, _isKey, _isOurs;

    /// <summary>The id as JSON; null while it is not known, or is none.</summary>
    internal string? Value { get; private set; }

    internal void Reset()
    {
        _token.Clear();
        (_depth, _isInText, _isEscaped, _isKey, _isOurs, Value) = (0, false, false, false, false, null);
    }

    internal void Read(ReadOnlySpan<byte> part)
    {
        foreach (var c in part)
            if (_isInText) ReadText(c);
            else ReadStructure(c);
    }

    void ReadText(byte c)
    {
        Keep(c);
        if (_isEscaped) _isEscaped = false;
        else if (c == '\\') _isEscaped = true;
        else if (c == '"') _isInText = false;
    }

    void ReadStructure(byte c)
    {
        switch ((char)c)
        {
            case '"':
                _isInText = true;
                Keep(c);
                break;
            case '{' or '[':
                if (++_depth == 1) Begin(isKey: true);
                break;
            case '}' or ']':
                if (--_depth == 0) EndValue();
                break;
            case ':' when _depth == 1:
                _isOurs = _token.Equals("\"id\"");
                Begin(isKey: false);
                break;
            case ',' when _depth == 1:
                EndValue();
                Begin(isKey: true);
                break;
            case > ' ':
                Keep(c);
                break;
        }
    }

    void Begin(bool isKey)
    {
        _isKey = isKey;
        _token.Clear();
    }

    void EndValue()
    {
        if (!_isKey && _isOurs && _token.Length is > 0 and <= Longest && !_token.Equals("null"))
            Value = _token.ToString();
        _isOurs = false;
    }

    // Only what stands in the message itself, not what is nested; ids and keys are ASCII, or are not ours.
    void Keep(byte c)
    {
        if (_depth == 1 && (_isKey || _isOurs) && _token.Length <= Longest) _token.Append((char)c);
    }
}
