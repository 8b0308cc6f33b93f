using StorageKit.Tests.Drivers;

namespace StorageKit.Tests.Config;

/// <summary>Texts of configurations.</summary>
internal static class SampleConfig
{
    /// <summary>Lines 1 to 7 are <c>[storage]</c> and its six keys; what follows begins at line 8.</summary>
    internal static string Text(string driver, string sections = "", params (string Kind, string Driver)[] others)
    {
        string Driver(string kind) => others.FirstOrDefault(other => other.Kind == kind).Driver ?? driver;
        return "[storage]\n"
            + string.Concat(SampleDriver.Six.Select(contract => $"{contract.Kind} = \"{Driver(contract.Kind)}\"\n"))
            + sections;
    }

    internal static StorageConfig Parse(
        string driver, string sections = "", params (string Kind, string Driver)[] others) =>
        StorageConfig.Parse(Text(driver, sections, others));

    internal static ConfigError[] ParseErrors(string toml) =>
        [.. Assert.Throws<StorageConfigException>(() => StorageConfig.Parse(toml)).Errors];
}
