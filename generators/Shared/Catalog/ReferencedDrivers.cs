using Microsoft.CodeAnalysis;

namespace StorageKit.Roslyn;

/// <summary>
/// The drivers of a project's references, read from manifest attributes only. An assembly that does not reference the
/// kit is passed over without loading its attributes, so a hundred of them cost nothing.
/// </summary>
internal static class ReferencedDrivers
{
    const string Kit = "StorageKit.Abstractions";

    public static EquatableArray<ReferencedDriver> Read(Compilation compilation, CancellationToken cancellationToken)
    {
        var drivers = new List<ReferencedDriver>();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == Kit)))
                drivers.AddRange(Read(assembly, compilation));
        }

        return drivers
            .OrderBy(driver => driver.Name, StringComparer.Ordinal)
            .ThenBy(driver => driver.Assembly, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    /// <summary>A driver whose registration is internal to its assembly is not for us.</summary>
    static IEnumerable<ReferencedDriver> Read(IAssemblySymbol assembly, Compilation compilation)
    {
        foreach (var attribute in assembly.GetAttributes())
            if (attribute.AttributeClass.Is("StorageKit", "StorageDriverManifestAttribute")
                && attribute.ConstructorArguments
                    is [{ Value: string name }, { Value: INamedTypeSymbol registration }, ..]
                && compilation.IsSymbolAccessibleWithin(registration, compilation.Assembly))
                yield return new(name, registration.FullName(), assembly.Name)
                    { Contracts = ContractsOf(attribute.ConstructorArguments) };
    }

    static EquatableArray<string> ContractsOf(IEnumerable<TypedConstant> arguments) => arguments
        .Where(argument => argument.Kind == TypedConstantKind.Array)
        .SelectMany(stores => stores.Values)
        .Select(store => store.Value)
        .OfType<INamedTypeSymbol>()
        .SelectMany(store => StoreParser.ContractsOf(store).Select(contract => contract.FullName))
        .Distinct()
        .OrderBy(contract => contract, StringComparer.Ordinal)
        .ToEquatableArray();
}
