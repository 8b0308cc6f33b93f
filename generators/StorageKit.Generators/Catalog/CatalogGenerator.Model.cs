using StorageKit.Roslyn;

namespace StorageKit.Generators;

/// <summary>A catalog, ready to be printed.</summary>
/// <param name="Namespace">Of the class; empty for the global one.</param>
/// <param name="Name">The class.</param>
/// <param name="Registrations">The classes with <c>Register(Registry)</c>, in the order of the drivers' names.</param>
internal sealed record CatalogModel(string Namespace, string Name, EquatableArray<string> Registrations);

/// <summary>A driver of the project itself.</summary>
internal sealed record OwnDriver(string Name, string Registration);
