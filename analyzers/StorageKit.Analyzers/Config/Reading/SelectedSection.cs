using StorageKit.Toml;

namespace StorageKit.Analyzers.Config;

/// <summary>A driver that the file selects, with its section.</summary>
/// <param name="driver">The driver.</param>
/// <param name="section">Its section, whatever its type; null when there is none.</param>
/// <param name="selectedAt">Where it is first named.</param>
internal sealed class SelectedSection(KnownDriver driver, TomlEntry? section, TextPosition selectedAt)
{
    public KnownDriver Driver => driver;

    public TomlEntry? Section => section;

    public TextPosition SelectedAt => selectedAt;

    /// <summary>The options that name other drivers.</summary>
    public List<IStoreReference> References { get; } = [];

    /// <summary>What they name.</summary>
    public List<SelectedSection> Targets { get; } = [];

    /// <summary>Whether this is the other one, or stands in front of it.</summary>
    public bool Reaches(SelectedSection other) => this == other || Targets.Exists(target => target.Reaches(other));
}
