using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace StorageKit.Tools;

/// <summary>Reads what a model gave against what a tool takes. Collects every error, each with the argument's name and
/// what to do, so that the next call can be right. Never repeats a value.</summary>
internal sealed class ToolArguments
{
    // A character of JSON text takes at most six bytes: \u0000.
    const int LongestEscape = 6;

    readonly Dictionary<string, JsonElement> _given = new(StringComparer.Ordinal);
    readonly List<string> _asked = [];
    readonly List<string> _errors = [];
    bool _isTooLong;

    internal ToolArguments(JsonElement arguments)
    {
        if (arguments.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return;
        if (arguments.ValueKind != JsonValueKind.Object)
        {
            _errors.Add("the arguments are not a JSON object; give one, such as {\"key\": \"notes/today\"}");
            return;
        }
        foreach (var argument in arguments.EnumerateObject())
        {
            if (!TryName(argument, out var name)) _errors.Add("the name of an argument is not valid Unicode");
            else if (!_given.TryAdd(name, argument.Value)) _errors.Add($"{QuotedName.Of(name)} is given twice");
        }
    }

    /// <summary>A text of at most so many bytes of UTF-8; null when it is not there, or wrong.</summary>
    internal string? Text(string name, int maxBytes, bool isRequired)
    {
        if (!TryFind(name, isRequired, "string", out var value)) return null;
        if (value.ValueKind != JsonValueKind.String) return Wrong(name, "a string", value);
        // What is far too long is not even copied.
        if (JsonMarshal.GetRawUtf8Value(value).Length - 2 > (long)maxBytes * LongestEscape)
            return TooLong(name, maxBytes);
        if (!JsonText.TryGet(value, out var text))
        {
            _errors.Add($"\"{name}\" is not valid Unicode (half of a surrogate pair); leave that character out");
            return null;
        }
        return Encoding.UTF8.GetByteCount(text) <= maxBytes ? text : TooLong(name, maxBytes);
    }

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>.</summary>
    internal long Integer(string name, long min, long max, long otherwise)
    {
        if (!TryFind(name, isRequired: false, "integer", out var value)) return otherwise;
        var expected = string.Create(CultureInfo.InvariantCulture, $"a whole number from {min} to {max}");
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= min
            && number <= max) return number;
        Wrong(name, expected, value);
        return otherwise;
    }

    /// <summary>One of a few names.</summary>
    internal string Choice(string name, string otherwise, params ReadOnlySpan<string> choices)
    {
        if (!TryFind(name, isRequired: false, "string", out var value)) return otherwise;
        if (JsonText.TryGet(value, out var text) && choices.Contains(text)) return text;
        Wrong(name, "one of " + string.Join(", ", choices.ToArray().Select(choice => $"\"{choice}\"")), value);
        return otherwise;
    }

    /// <summary>Texts, numbers, booleans and nulls, each as its text.</summary>
    internal List<string?> Scalars(string name, int most)
    {
        List<string?> scalars = [];
        if (!TryFind(name, isRequired: false, "array", out var value)) return scalars;
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > most)
        {
            Wrong(name, string.Create(CultureInfo.InvariantCulture, $"an array of at most {most}"), value);
            return scalars;
        }
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind is JsonValueKind.Null) scalars.Add(null);
            else if (JsonText.TryGet(item, out var text)) scalars.Add(text);
            else if (item.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
                scalars.Add(item.GetRawText());
            else Wrong($"{name}[{scalars.Count}]", "a string, a number, a boolean or null", item);
        }
        return scalars;
    }

    /// <summary>Adds an error about an argument.</summary>
    internal void Refuse(string name, string what) => _errors.Add($"\"{name}\" {what}");

    /// <summary>What is wrong; null when the call can be carried out.</summary>
    internal ToolResult? Refusal()
    {
        foreach (var name in _given.Keys.Where(name => !_asked.Contains(name)).Order(StringComparer.Ordinal))
        {
            var near = NearestName.Of(name.Length <= 64 ? name : "", _asked);
            _errors.Add(
                $"there is no argument {(name.Length <= 64 ? QuotedName.Of(name) : "of such a long name")}; "
                + (near is not null ? $"did you mean \"{near}\"?"
                    : _asked.Count == 0 ? "it takes none" : "the arguments are " + string.Join(", ", _asked)));
        }
        return _errors.Count == 0
            ? null
            : ToolResult.Failure(
                _isTooLong && _errors.Count == 1 ? ToolOutcome.LimitExceeded : ToolOutcome.InvalidArguments,
                $"The call was not carried out: {string.Join("; ", _errors)}.");
    }

    bool TryFind(string name, bool isRequired, string type, out JsonElement value)
    {
        _asked.Add(name);
        // A model that leaves an argument out may write null.
        if (_given.TryGetValue(name, out value) && value.ValueKind != JsonValueKind.Null) return true;
        if (isRequired) _errors.Add($"\"{name}\" is missing; give it as a {type}");
        return false;
    }

    string? Wrong(string name, string expected, JsonElement value)
    {
        var found = value.ValueKind switch
        {
            JsonValueKind.String when expected.StartsWith("one of", StringComparison.Ordinal) => "another one",
            JsonValueKind.String => "a string",
            JsonValueKind.Number => "no such number",
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            _ => "true or false",
        };
        _errors.Add($"\"{name}\" has to be {expected}, and is {found}");
        return null;
    }

    string? TooLong(string name, int maxBytes)
    {
        _isTooLong = true;
        _errors.Add(string.Create(
            CultureInfo.InvariantCulture, $"\"{name}\" is longer than {maxBytes} bytes; give a shorter one"));
        return null;
    }

    static bool TryName(JsonProperty argument, out string name)
    {
        try
        {
            name = argument.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = "";
            return false;
        }
    }
}
