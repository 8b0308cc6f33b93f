namespace StorageKit.Hosting.Tests.Setup;

/// <summary>The shipped drivers that these tests use.</summary>
[StorageDrivers]
internal static partial class Drivers;
