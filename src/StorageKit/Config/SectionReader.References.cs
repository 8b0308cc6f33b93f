using StorageKit.Toml;

namespace StorageKit;

public sealed partial class SectionReader
{
    /// <summary>The name of another driver, which serves <typeparamref name="T"/>; the registry sees to that.</summary>
    public Option<StoreReference<T>> Store<T>(string key, OptionFlags flags = OptionFlags.None) where T : class
    {
        _described?.Add(new(WrittenAs(key), OptionType.Driver, flags));
        const string Expected = "driver's name (string)";
        if (!TryFind(key, out var value)) return NotSet<StoreReference<T>>(key, flags, Expected);
        if (value is not TomlString name) return Wrong<StoreReference<T>>(key, flags, value, Expected);
        var reference = new StoreReference<T>(name.Value, value.Span.Start);
        _references.Add(reference);
        return new(reference);
    }
}
