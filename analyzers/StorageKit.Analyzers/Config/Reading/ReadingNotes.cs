using StorageKit.Roslyn;
using StorageKit.Toml;

namespace StorageKit.Analyzers.Config;

/// <summary>What is seen while sections are read, beside what is wrong.</summary>
internal sealed class ReadingNotes
{
    public List<MissingOption> Missing { get; } = [];

    /// <summary>The values of secret options, whether they are secrets or say where one is.</summary>
    public List<SecretValue> Secrets { get; } = [];
}

/// <summary>A required key that a section lacks.</summary>
/// <param name="Error">What was said of it.</param>
/// <param name="Section">Where it is to be added; null when the whole section is missing.</param>
/// <param name="Option">The option.</param>
internal sealed record MissingOption(ConfigError Error, TomlTable? Section, OptionModel Option);

/// <summary>The value of a secret option.</summary>
/// <param name="Section">What messages call the section.</param>
/// <param name="Key">The option's key.</param>
/// <param name="Text">The value.</param>
internal sealed record SecretValue(string Section, string Key, TomlString Text);
