using StorageKit;

namespace BrokenDriver;

/// <summary>No TOML value becomes a <see cref="DirectoryInfo"/>.</summary>
[StorageOptions]
public sealed record UnboundOptions
{
    /// <summary>Where to write.</summary>
    public DirectoryInfo? Folder { get; init; } // SK0007
}
