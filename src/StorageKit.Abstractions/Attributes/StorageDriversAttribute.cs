namespace StorageKit;

/// <summary>Turns a static partial class into the registry of every driver that the application defines or references.
/// Read from the references' manifests at build time; nothing is scanned at run time.</summary>
/// <example><code>
/// [StorageDrivers] internal static partial class Drivers;
/// …
/// await using var storage = await Drivers.CreateRegistry().OpenAsync(StorageConfig.Load("storage.toml"));
/// </code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StorageDriversAttribute : Attribute;
