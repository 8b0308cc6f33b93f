using StorageKit;

namespace BrokenDriver;

/// <summary>What the broken configurations, <c>*.storage.toml</c>, are held against.</summary>
[StorageDrivers]
internal static partial class Configured;
