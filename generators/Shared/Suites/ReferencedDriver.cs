using Microsoft.CodeAnalysis;

namespace StorageKit.Roslyn;

/// <summary>A driver of a referenced assembly, as its manifest tells.</summary>
/// <param name="Name">As in TOML.</param>
/// <param name="Registration">The generated class with <c>Register(Registry)</c>.</param>
/// <param name="Contracts">What its stores serve, with <c>global::</c>.</param>
internal sealed record ReferencedDriver(string Name, string Registration, EquatableArray<string> Contracts)
{
    /// <summary>The drivers of all references, in the order of the references.</summary>
    public static IEnumerable<ReferencedDriver> Of(Compilation compilation)
    {
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
            foreach (var attribute in assembly.GetAttributes())
                if (attribute.AttributeClass.Is("StorageKit", "StorageDriverManifestAttribute")
                    && attribute.ConstructorArguments is
                        [{ Value: string name }, { Value: INamedTypeSymbol registration }, { Kind: TypedConstantKind.Array } stores])
                    yield return new(name, registration.FullName(), ContractsOf(stores.Values.Select(store => store.Value)));
    }

    static EquatableArray<string> ContractsOf(IEnumerable<object?> stores) => stores
        .OfType<INamedTypeSymbol>()
        .SelectMany(store => StoreParser.ContractsOf(store).Select(contract => contract.FullName))
        .Distinct()
        .OrderBy(contract => contract, StringComparer.Ordinal)
        .ToEquatableArray();
}
