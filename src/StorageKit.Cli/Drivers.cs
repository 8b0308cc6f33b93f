namespace StorageKit.Cli;

/// <summary>The drivers that the tool comes with; the generator writes <c>CreateRegistry</c>.</summary>
[StorageDrivers]
internal static partial class Drivers;
