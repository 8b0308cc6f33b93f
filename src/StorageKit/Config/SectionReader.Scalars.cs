using System.Globalization;
using StorageKit.Toml;

namespace StorageKit;

public sealed partial class SectionReader
{
    /// <summary>A text. A secret one may be <c>"${NAME}"</c> or <c>"file:PATH"</c>.</summary>
    public Option<string> Text(string key, OptionFlags flags = OptionFlags.None)
    {
        _described?.Add(new(WrittenAs(key), OptionType.Text, flags));
        if (!TryFind(key, out var value)) return NotSet<string>(key, flags, "string");
        if (value is not TomlString text) return Wrong<string>(key, flags, value, "string");
        return (flags & OptionFlags.Secret) != 0 ? Resolve(key, text) : new(text.Value);
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public Option<bool> Boolean(string key, OptionFlags flags = OptionFlags.None)
    {
        _described?.Add(new(WrittenAs(key), OptionType.Boolean, flags));
        if (!TryFind(key, out var value)) return NotSet<bool>(key, flags, "boolean");
        return value is TomlBoolean boolean
            ? new(boolean.Value)
            : Quoted<bool>(key, flags, value, "boolean", text => text is "true" or "false");
    }

    /// <summary>An integer from <paramref name="min"/> to <paramref name="max"/>, both included.</summary>
    public Option<long> Integer(
        string key, OptionFlags flags = OptionFlags.None, long min = long.MinValue, long max = long.MaxValue)
    {
        Describe(key, OptionType.Integer, flags, min, max, long.MinValue, long.MaxValue);
        var isSet = TryFind(key, out var value);
        if (isSet && value is TomlInteger integer && integer.Value >= min && integer.Value <= max)
            return new(integer.Value);
        if (!isSet && (flags & OptionFlags.Required) == 0) return default;
        var expected = "integer" + Range(min, max, long.MinValue, long.MaxValue);
        return isSet
            ? Quoted<long>(key, flags, value, expected, IsNumber)
            : NotSet<long>(key, flags, expected);
    }

    /// <summary>A number, with or without a fraction; never infinite or NaN.</summary>
    public Option<double> Number(
        string key, OptionFlags flags = OptionFlags.None, double min = double.MinValue, double max = double.MaxValue)
    {
        Describe(key, OptionType.Number, flags, min, max, double.MinValue, double.MaxValue);
        var isSet = TryFind(key, out var value);
        double? number = value switch
        {
            TomlFloat f when double.IsFinite(f.Value) => f.Value,
            TomlInteger i => i.Value,
            _ => null,
        };
        if (number >= min && number <= max) return new(number.Value);
        if (!isSet && (flags & OptionFlags.Required) == 0) return default;
        var expected = "number" + Range(min, max, double.MinValue, double.MaxValue);
        return isSet
            ? Quoted<double>(key, flags, value, expected, IsNumber)
            : NotSet<double>(key, flags, expected);
    }

    /// <summary>A duration: a number and <c>ms</c>, <c>s</c>, <c>m</c>, <c>h</c> or <c>d</c>.</summary>
    public Option<TimeSpan> Duration(string key, OptionFlags flags = OptionFlags.None)
    {
        _described?.Add(new(WrittenAs(key), OptionType.Duration, flags));
        const string Expected = "duration such as \"250ms\", \"30s\", \"5m\", \"1h\" or \"7d\"";
        if (!TryFind(key, out var value)) return NotSet<TimeSpan>(key, flags, Expected);
        return value is TomlString text && DurationText.TryParse(text.Value, out var duration)
            ? new(duration)
            : Wrong<TimeSpan>(key, flags, value, Expected);
    }

    /// <summary>One of a few names.</summary>
    public Option<T> Choice<T>(string key, (string Name, T Value)[] choices, OptionFlags flags = OptionFlags.None)
    {
        ArgumentNullException.ThrowIfNull(choices);
        _described?.Add(new(WrittenAs(key), OptionType.Choice, flags)
        {
            Choices = [.. choices.Select(choice => choice.Name)],
        });
        var isSet = TryFind(key, out var value);
        if (!isSet && (flags & OptionFlags.Required) == 0) return default;
        foreach (var (name, chosen) in choices)
            if (value is TomlString text && text.Value == name)
                return new(chosen);
        var expected = "one of " + string.Join(", ", choices.Select(choice => $"\"{choice.Name}\""));
        if (!isSet) return NotSet<T>(key, flags, expected);
        if (value is not TomlString other) return Wrong<T>(key, flags, value, expected);
        var names = choices.Select(choice => choice.Name).ToList();
        var hint = NearestName.Of(other.Value, names) is { } near ? $"did you mean \"{near}\"?" : null;
        return Wrong<T>(key, flags, value, expected, hint, ConfigFix.OfName(value.Span, other.Value, names));
    }

    /// <summary>An array of texts.</summary>
    public Option<IReadOnlyList<string>> Texts(string key, OptionFlags flags = OptionFlags.None)
    {
        _described?.Add(new(WrittenAs(key), OptionType.Texts, flags));
        const string Expected = "array of strings";
        if (!TryFind(key, out var value)) return NotSet<IReadOnlyList<string>>(key, flags, Expected);
        if (value is not TomlArray array) return Wrong<IReadOnlyList<string>>(key, flags, value, Expected);
        var texts = new List<string>(array.Count);
        foreach (var element in array)
        {
            if (element is not TomlString text) return Wrong<IReadOnlyList<string>>(key, flags, element, Expected);
            texts.Add(text.Value);
        }
        return new(texts);
    }

    /// <summary>A sub-table, read by another binder.</summary>
    public Option<T> Table<T>(string key, Func<SectionReader, T?> bind, OptionFlags flags = OptionFlags.None)
        where T : class
    {
        _described?.Add(new(WrittenAs(key), OptionType.Table, flags) { Options = Describe(bind) });
        ArgumentNullException.ThrowIfNull(bind);
        if (!TryFind(key, out var value)) return NotSet<T>(key, flags, "table");
        if (value is not TomlTable table) return Wrong<T>(key, flags, value, "table");
        var reader = new SectionReader(
            _file, _driver, $"{_path}.{key}", table, table.Span.Start, _errors, _environment, _references);
        return bind(reader) is { } bound ? new(bound) : default;
    }

    static bool IsNumber(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out _);

    // The range of a number in quotes is looked at when it has none.
    Option<T> Quoted<T>(string key, OptionFlags flags, TomlValue value, string expected, Func<string, bool> isMeant) =>
        value is TomlString text && isMeant(text.Value)
            ? Wrong<T>(key, flags, value, expected, "remove the quotes", new ConfigFix(value.Span, text.Value))
            : Wrong<T>(key, flags, value, expected);
}
