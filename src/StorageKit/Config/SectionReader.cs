using System.Diagnostics;
using System.Globalization;
using StorageKit.Toml;

namespace StorageKit;

/// <summary>Reads the options of a driver from its <c>[storage.NAME]</c> table; generated binders call it. Collects
/// every error instead of stopping at the first. Not thread-safe.</summary>
public sealed partial class SectionReader
{
    readonly string _file;
    readonly string? _driver;
    readonly string _path;
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    readonly TomlTable? _table;
    readonly TextPosition _position;
    readonly List<ConfigError> _errors;
    readonly Func<string, string?> _environment;
    readonly List<IStoreReference> _references;
    readonly List<string> _asked;
    readonly int _errorsBefore;

    internal SectionReader(
        string file, string? driver, string path, TomlTable? table, TextPosition position, List<ConfigError> errors,
        Func<string, string?> environment, List<IStoreReference> references)
    {
        _file = file;
        _driver = driver;
        _path = path;
        _table = table;
        _position = position;
        _errors = errors;
        _environment = environment;
        _references = references;
        _errorsBefore = errors.Count;
        _asked = new(Math.Max(8, table?.Count ?? 0));
    }

    /// <summary>Reports every key that was not asked for, with the nearest one that was.</summary>
    /// <returns>Whether the section has no error at all, so that the options can be made.</returns>
    public bool Complete()
    {
        foreach (var entry in _table?.AsEnumerable() ?? [])
        {
            if (_asked.Contains(entry.Key)) continue;
            var near = NearestName.Of(entry.Key, _asked);
            var hint = near is not null ? $"did you mean \"{near}\"?"
                : _asked.Count == 0 ? "this driver has no options"
                : "its keys are " + string.Join(", ", _asked.Order(StringComparer.Ordinal));
            _errors.Add(Error(entry.KeySpan.Start, $"[{_path}] unknown key {QuotedName.OrHidden(entry.Key)}", hint) with
            {
                Fault = ConfigFault.UnknownKey,
                Span = entry.KeySpan,
                Fix = ConfigFix.OfKey(entry, _asked, _table!),
            });
        }
        return _errors.Count == _errorsBefore;
    }

    bool TryFind(string key, out TomlValue value)
    {
        key = WrittenAs(key);
        _asked.Add(key);
        if (_table is not null && _table.TryGet(key, out var entry))
        {
            value = entry.Value;
            return true;
        }
        value = null!;
        return false;
    }

    Option<T> NotSet<T>(string key, OptionFlags flags, string expected)
    {
        if ((flags & OptionFlags.Required) == 0) return default;
        key = WrittenAs(key);
        _errors.Add(Error(_position, $"[{_path}] missing key \"{key}\"", $"add {key} = … ({expected})") with
        {
            Fault = ConfigFault.Missing,
            Span = _table?.Span,
        });
        return default;
    }

    Option<T> Wrong<T>(
        string key, OptionFlags flags, TomlValue value, string expected, string? hint = null, ConfigFix? fix = null)
    {
        key = WrittenAs(key);
        var found = (flags & OptionFlags.Secret) != 0
            ? FoundValue.WithArticle(value.TypeName) + " (not shown: the key is secret)"
            : FoundValue.Describe(key, value);
        _errors.Add(Error(value.Span.Start, $"[{_path}] {key}: expected {expected}, found {found}", hint) with
        {
            Fault = ConfigFault.WrongValue,
            Span = value.Span,
            Fix = fix,
        });
        return default;
    }

    ConfigError Error(TextPosition position, string message, string? hint) =>
        new(ConfigErrorKind.Option, _file, position, message) { Driver = _driver, Hint = hint };

    static string Range<T>(T min, T max, T lowest, T highest) where T : IComparable<T>, IFormattable
    {
        string Text(T bound) => bound.ToString(null, CultureInfo.InvariantCulture);
        return (min.CompareTo(lowest) > 0, max.CompareTo(highest) < 0) switch
        {
            (true, true) => $" from {Text(min)} to {Text(max)}",
            (true, false) => $" of at least {Text(min)}",
            (false, true) => $" of at most {Text(max)}",
            _ => "",
        };
    }
}
