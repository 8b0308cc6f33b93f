namespace StorageKit.Conformance.Clauses;

/// <summary>The keys of a driver's section, as the driver itself tells somebody who wrote another one.</summary>
internal static class OptionNames
{
    // Too long and too odd to be near any real key.
    const string NoKey = "zz_no_option_of_any_driver_zz";
    const string Before = "its keys are ";

    /// <summary>The keys; empty for a driver without options.</summary>
    internal static IReadOnlyList<string> Of(DriverUnderTest driver)
    {
        var errors = driver.Registry.ValidateSection(driver.Name, $"{NoKey} = 1");
        var hint = errors.Select(error => error.Hint)
            .FirstOrDefault(hint => hint?.StartsWith(Before, StringComparison.Ordinal) == true);
        return hint is null ? [] : hint[Before.Length..].Split(", ");
    }
}
