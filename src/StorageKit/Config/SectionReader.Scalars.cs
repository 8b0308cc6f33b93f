using System.Globalization;
using StorageKit.Toml;

namespace StorageKit;

public sealed partial class SectionReader
{
    /// <summary>A text. A secret one may be <c>"${NAME}"</c> or <c>"file:PATH"</c>.</summary>
    public Option<string> Text(string key, OptionFlags flags = OptionFlags.None)
    {
        _described?.Add(new(WrittenAs(key), OptionType.Text, flags));
        if (!TryFind(key, flags, "string", out var value)) return default;
        if (value is not TomlString text) return Wrong<string>(key, flags, value, "string");
        return (flags & OptionFlags.Secret) != 0 ? Resolve(key, text) : new(text.Value);
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public Option<bool> Boolean(string key, OptionFlags flags = OptionFlags.None)
    {
        _described?.Add(new(WrittenAs(key), OptionType.Boolean, flags));
        if (!TryFind(key, flags, "boolean", out var value)) return default;
        return value is TomlBoolean boolean
            ? new(boolean.Value)
            : Quoted<bool>(key, flags, value, "boolean", text => text is "true" or "false");
    }

    /// <summary>An integer from <paramref name="min"/> to <paramref name="max"/>, both included.</summary>
    public Option<long> Integer(
        string key, OptionFlags flags = OptionFlags.None, long min = long.MinValue, long max = long.MaxValue)
    {
        Describe(key, OptionType.Integer, flags, min, max, long.MinValue, long.MaxValue);
        var expected = "integer" + Range(min, max, long.MinValue, long.MaxValue);
        if (!TryFind(key, flags, expected, out var value)) return default;
        return value is TomlInteger integer && integer.Value >= min && integer.Value <= max
            ? new(integer.Value)
            : Quoted<long>(key, flags, value, expected, IsNumber);
    }

    /// <summary>A number, with or without a fraction; never infinite or NaN.</summary>
    public Option<double> Number(
        string key, OptionFlags flags = OptionFlags.None, double min = double.MinValue, double max = double.MaxValue)
    {
        Describe(key, OptionType.Number, flags, min, max, double.MinValue, double.MaxValue);
        var expected = "number" + Range(min, max, double.MinValue, double.MaxValue);
        if (!TryFind(key, flags, expected, out var value)) return default;
        double? number = value switch
        {
            TomlFloat f when double.IsFinite(f.Value) => f.Value,
            TomlInteger i => i.Value,
            _ => null,
        };
        return number >= min && number <= max
            ? new(number.Value)
            : Quoted<double>(key, flags, value, expected, IsNumber);
    }

    /// <summary>A duration: a number and <c>ms</c>, <c>s</c>, <c>m</c>, <c>h</c> or <c>d</c>.</summary>
    public Option<TimeSpan> Duration(string key, OptionFlags flags = OptionFlags.None)
    {
        _described?.Add(new(WrittenAs(key), OptionType.Duration, flags));
        const string Expected = "duration such as \"250ms\", \"30s\", \"5m\", \"1h\" or \"7d\"";
        if (!TryFind(key, flags, Expected, out var value)) return default;
        return value is TomlString text && DurationText.TryParse(text.Value, out var duration)
            ? new(duration)
            : Wrong<TimeSpan>(key, flags, value, Expected);
    }

    /// <summary>One of a few names.</summary>
    public Option<T> Choice<T>(string key, (string Name, T Value)[] choices, OptionFlags flags = OptionFlags.None)
    {
        _described?.Add(new(WrittenAs(key), OptionType.Choice, flags)
        {
            Choices = [.. choices.Select(choice => choice.Name)],
        });
        ArgumentNullException.ThrowIfNull(choices);
        var expected = "one of " + string.Join(", ", choices.Select(choice => $"\"{choice.Name}\""));
        if (!TryFind(key, flags, expected, out var value)) return default;
        foreach (var (name, chosen) in choices)
            if (value is TomlString text && text.Value == name)
                return new(chosen);
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
        if (!TryFind(key, flags, Expected, out var value)) return default;
        if (value is not TomlArray array) return Wrong<IReadOnlyList<string>>(key, flags, value, Expected);
        List<string> texts = [];
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
        if (!TryFind(key, flags, "table", out var value)) return default;
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
