namespace StorageKit.Roslyn;

/// <summary>A class with <c>[StorageDrivers]</c> and the drivers of its project's references.</summary>
/// <param name="Namespace">Of the class; empty for the global one.</param>
/// <param name="Name">The class, without <c>@</c>.</param>
/// <param name="Referenced">In the order of their names, then of their assemblies'.</param>
internal sealed record CatalogClass(string Namespace, string Name, EquatableArray<ReferencedDriver> Referenced);

/// <summary>A driver of another assembly, as its manifest has it.</summary>
/// <param name="Name">As in TOML.</param>
/// <param name="Registration">The class with <c>Register(Registry)</c>.</param>
/// <param name="Assembly">Where it is.</param>
internal sealed record ReferencedDriver(string Name, string Registration, string Assembly)
{
    /// <summary>What its stores serve, with <c>global::</c>.</summary>
    public EquatableArray<string> Contracts { get; init; }

    /// <summary>Whether it can be opened anywhere: every store is process-local, and its section may be
    /// omitted.</summary>
    public bool NeedsNothing { get; init; }
}
