namespace StorageKit;

/// <summary>The exact JSON names of the enums.</summary>
internal static class VariantNames
{
    /// <summary>The value whose declared name this is, exact in case; numbers and combinations are no names.</summary>
    internal static T? Find<T>(string name) where T : struct, Enum =>
        Names<T>.Values.TryGetValue(name, out var value) ? value : null;

    internal static EnforcementMode? FindMode(string name) => name switch
    {
        "enforce" => EnforcementMode.Enforce,
        "observe" => EnforcementMode.Observe,
        "disabled" => EnforcementMode.Disabled,
        _ => null,
    };

    internal static string Name(EnforcementMode mode) => mode switch
    {
        EnforcementMode.Enforce => "enforce",
        EnforcementMode.Observe => "observe",
        EnforcementMode.Disabled => "disabled",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Not an EnforcementMode."),
    };

    static class Names<T> where T : struct, Enum
    {
        internal static readonly Dictionary<string, T> Values =
            Enum.GetValues<T>().ToDictionary(value => value.ToString(), StringComparer.Ordinal);
    }
}
