using StorageKit.Toml;

namespace StorageKit;

public sealed partial class SectionReader
{
    /// <summary>An absolute URI. A secret one may be <c>"${NAME}"</c> or <c>"file:PATH"</c>, as a text may.</summary>
    public Option<Uri> Address(string key, OptionFlags flags = OptionFlags.None)
    {
        _described?.Add(new(WrittenAs(key), OptionType.Address, flags));
        const string Expected = "absolute URI such as \"https://example.com/\"";
        if (!TryFind(key, out var value)) return NotSet<Uri>(key, flags, Expected);
        if (value is not TomlString text) return Wrong<Uri>(key, flags, value, Expected);
        var resolved = (flags & OptionFlags.Secret) != 0 ? Resolve(key, text) : new(text.Value);
        if (!resolved.IsSet) return default;
        // A path such as "/x" counts as an absolute URI on Unix; nobody means it who is asked for an address.
        return Uri.TryCreate(resolved.Value, UriKind.Absolute, out var address)
            && resolved.Value.TrimStart().StartsWith(address.Scheme + ":", StringComparison.OrdinalIgnoreCase)
            ? new(address)
            : Wrong<Uri>(key, flags, value, Expected);
    }
}
