using StorageKit.Toml;

namespace StorageKit;

public sealed partial class SectionReader
{
    /// <summary>An absolute URI.</summary>
    public Option<Uri> Address(string key, OptionFlags flags = OptionFlags.None)
    {
        const string Expected = "absolute URI such as \"https://example.com/\"";
        if (!TryFind(key, flags, Expected, out var value)) return default;
        return value is TomlString text && Uri.TryCreate(text.Value, UriKind.Absolute, out var address)
            ? new(address)
            : Wrong<Uri>(key, flags, value, Expected);
    }
}
