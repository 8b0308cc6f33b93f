using StorageKit;

namespace Quickstart;

/// <summary>Every driver this project references; the generator writes <c>CreateRegistry</c>.</summary>
[StorageDrivers]
internal static partial class Drivers;
