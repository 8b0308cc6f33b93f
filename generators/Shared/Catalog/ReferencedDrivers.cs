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
                drivers.AddRange(Read(assembly, compilation, cancellationToken));
        }

        return drivers
            .OrderBy(driver => driver.Name, StringComparer.Ordinal)
            .ThenBy(driver => driver.Assembly, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    /// <summary>A driver whose registration is internal to its assembly is not for us.</summary>
    static IEnumerable<ReferencedDriver> Read(
        IAssemblySymbol assembly, Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var attribute in assembly.GetAttributes())
            if (attribute.AttributeClass.Is("StorageKit", "StorageDriverManifestAttribute")
                && attribute.ConstructorArguments
                    is [{ Value: string name }, { Value: INamedTypeSymbol registration }, ..]
                && compilation.IsSymbolAccessibleWithin(registration, compilation.Assembly))
                yield return new(name, registration.FullName(), assembly.Name)
                {
                    Contracts = ContractsOf(attribute.ConstructorArguments),
                    NeedsNothing = StoresOf(attribute.ConstructorArguments)
                        .All(store => NeedsNothing(store, compilation, cancellationToken)),
                };
    }

    /// <summary>A driver that keeps all in its process has no backend by its own word. Without that word nothing is
    /// assumed: a section with defaults only may well be that of a server on this machine.</summary>
    static bool NeedsNothing(INamedTypeSymbol store, Compilation compilation, CancellationToken cancellationToken) =>
        store.Find("StorageDriver") is { } attribute
        && new StoreParser(compilation, new UsageProblems(), cancellationToken).Parse(store, attribute)
            is { ProcessLocal: true } model
        && model.Options.All(options => !options.HasRequired);

    static IEnumerable<INamedTypeSymbol> StoresOf(IEnumerable<TypedConstant> arguments) => arguments
        .Where(argument => argument.Kind == TypedConstantKind.Array)
        .SelectMany(stores => stores.Values)
        .Select(store => store.Value)
        .OfType<INamedTypeSymbol>();

    static EquatableArray<string> ContractsOf(IEnumerable<TypedConstant> arguments) => StoresOf(arguments)
        .SelectMany(store => StoreParser.ContractsOf(store).Select(contract => contract.FullName))
        .Distinct()
        .OrderBy(contract => contract, StringComparer.Ordinal)
        .ToEquatableArray();
}
