using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace StorageKit.Roslyn;

/// <summary>
/// The drivers of a project's references, read from manifest attributes only. An assembly that does not reference the
/// kit is passed over without loading its attributes, so a hundred of them cost nothing.
/// </summary>
internal static class ReferencedDrivers
{
    const string Kit = "StorageKit.Abstractions";

    public static EquatableArray<ReferencedDriver> Read(
        Compilation compilation, CancellationToken cancellationToken) =>
        Manifests(compilation, cancellationToken)
            .Select(manifest => Of(manifest, compilation, cancellationToken))
            .ToEquatableArray();

    /// <summary>The drivers' manifests, in the order of their names, then of their assemblies'. A driver whose
    /// registration is internal to its assembly is not for us.</summary>
    public static IEnumerable<DriverManifest> Manifests(Compilation compilation, CancellationToken cancellationToken)
    {
        var manifests = new List<DriverManifest>();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == Kit)))
                manifests.AddRange(Manifests(assembly, compilation));
        }

        return manifests
            .OrderBy(manifest => manifest.Name, StringComparer.Ordinal)
            .ThenBy(manifest => manifest.Registration.ContainingAssembly.Name, StringComparer.Ordinal);
    }

    static IEnumerable<DriverManifest> Manifests(IAssemblySymbol assembly, Compilation compilation)
    {
        foreach (var attribute in assembly.GetAttributes())
            if (attribute.AttributeClass.Is("StorageKit", "StorageDriverManifestAttribute")
                && attribute.ConstructorArguments
                    is [{ Value: string name }, { Value: INamedTypeSymbol registration }, ..]
                && compilation.IsSymbolAccessibleWithin(registration, compilation.Assembly))
                yield return new(name, registration, StoresOf(attribute.ConstructorArguments));
    }

    static ReferencedDriver Of(
        DriverManifest manifest, Compilation compilation, CancellationToken cancellationToken) =>
        new(manifest.Name, manifest.Registration.FullName(), manifest.Registration.ContainingAssembly.Name)
        {
            Contracts = ContractsOf(manifest.Stores),
            NeedsNothing = manifest.Stores.All(store => NeedsNothing(store, compilation, cancellationToken)),
        };

    /// <summary>A driver that keeps all in its process has no backend by its own word. Without that word nothing is
    /// assumed: a section with defaults only may well be that of a server on this machine.</summary>
    static bool NeedsNothing(INamedTypeSymbol store, Compilation compilation, CancellationToken cancellationToken) =>
        store.Find("StorageDriver") is { } attribute
        && new StoreParser(compilation, new UsageProblems(), cancellationToken).Parse(store, attribute)
            is { ProcessLocal: true } model
        && model.Options.All(options => !options.HasRequired);

    static ImmutableArray<INamedTypeSymbol> StoresOf(IEnumerable<TypedConstant> arguments) =>
    [
        .. arguments
            .Where(argument => argument.Kind == TypedConstantKind.Array)
            .SelectMany(stores => stores.Values)
            .Select(store => store.Value)
            .OfType<INamedTypeSymbol>(),
    ];

    static EquatableArray<string> ContractsOf(IEnumerable<INamedTypeSymbol> stores) => stores
        .SelectMany(store => StoreParser.ContractsOf(store).Select(contract => contract.FullName))
        .Distinct()
        .OrderBy(contract => contract, StringComparer.Ordinal)
        .ToEquatableArray();
}
