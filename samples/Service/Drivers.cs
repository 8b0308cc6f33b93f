using StorageKit;

namespace Service;

/// <summary>Every driver this project references; the generator writes <c>CreateRegistry</c>.</summary>
[StorageDrivers]
internal static partial class Drivers;
