namespace StorageKit.Roslyn;

/// <summary>A class with <c>[StorageDriver]</c>, as far as generated code needs to know it.</summary>
/// <param name="Driver">The driver's name, as in TOML.</param>
/// <param name="FullName">The class, with <c>global::</c>.</param>
/// <param name="Namespace">Where it stands; empty for the global namespace.</param>
/// <param name="RegistrationName">What the generated class is called if this is the driver's first store.</param>
internal sealed record StoreModel(string Driver, string FullName, string Namespace, string RegistrationName)
{
    /// <summary>Something is wrong with the class, which the analyzers say; its driver is not generated.</summary>
    public bool IsBroken { get; init; }

    public bool IsPublic { get; init; }

    public bool ProcessLocal { get; init; }

    public EquatableArray<ContractModel> Contracts { get; init; }

    public ConstructionModel? Construction { get; init; }

    /// <summary>The resources it needs, directly or not, each after those that it needs itself.</summary>
    public EquatableArray<ResourceModel> Resources { get; init; }

    /// <summary>The options that it or a resource asks for; one, unless something is wrong.</summary>
    public EquatableArray<OptionsUse> Options { get; init; }
}

/// <summary>A contract that a store serves.</summary>
internal sealed record ContractModel(string Kind, string FullName);

/// <summary>A class with <c>[StorageResource]</c>.</summary>
internal sealed record ResourceModel(string FullName, ConstructionModel Construction);

/// <summary>Options that a driver asks for.</summary>
/// <param name="FullName">The options class.</param>
/// <param name="Binder">The generated class with <c>Bind(SectionReader)</c>.</param>
/// <param name="HasRequired">Whether the section must be there.</param>
internal sealed record OptionsUse(string FullName, string Binder, bool HasRequired);
