namespace StorageKit;

public sealed partial class SectionReader
{
    /// <summary>Where what is asked for is noted; null when it is only read.</summary>
    List<OptionDescription>? _described;

    /// <summary>What a binder asks for, in the order of the keys.</summary>
    internal static IReadOnlyList<OptionDescription> Describe(Func<SectionReader, object?> bind)
    {
        // There is no table, so nothing has a value: each is asked for all the same.
        var reader = new SectionReader("", null, "", null, default, [], _ => null, []) { _described = [] };
        try
        {
            bind(reader);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // A setter refuses to be without a value; by then everything has been asked for.
        }
        return [.. reader._described.OrderBy(option => option.Key, StringComparer.Ordinal)];
    }

    void Describe<T>(string key, OptionType type, OptionFlags flags, T min, T max, T lowest, T highest)
        where T : IComparable<T>, IConvertible =>
        _described?.Add(new(WrittenAs(key), type, flags)
        {
            Minimum = min.CompareTo(lowest) > 0 ? min.ToDouble(null) : null,
            Maximum = max.CompareTo(highest) < 0 ? max.ToDouble(null) : null,
        });
}
