using StorageKit;

namespace DriverTemplate;

/// <summary>What stands in <c>[storage.driver-template]</c>: one property is one key, in snake case.</summary>
[StorageOptions]
public sealed record Options
{
    /// <summary>Where everything is kept.</summary>
    public required string Path { get; init; }
}
