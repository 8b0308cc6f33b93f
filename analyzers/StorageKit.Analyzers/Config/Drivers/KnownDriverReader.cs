using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using StorageKit.Roslyn;

namespace StorageKit.Analyzers.Config;

/// <summary>Makes drivers of the classes with <c>[StorageDriver]</c>.</summary>
internal sealed class KnownDriverReader(Compilation compilation, CancellationToken cancellationToken)
{
    /// <summary>The drivers of the project's own stores, grouped as the registry generator groups them.</summary>
    public IEnumerable<KnownDriver> Own(IEnumerable<INamedTypeSymbol> stores)
    {
        var parsed = stores
            .Select(store => (Type: store, Model: Parse(store)))
            .Where(store => store.Model is not null)
            .ToList();
        foreach (var group in DriverGrouping.Group(parsed.Select(store => store.Model!)))
            yield return Read(
                group.Name,
                parsed.Where(store => store.Model!.Driver == group.Name).Select(store => store.Type),
                group.Stores,
                group.IsBroken);
    }

    /// <summary>A driver of another assembly.</summary>
    public KnownDriver Referenced(DriverManifest manifest)
    {
        var stores = manifest.Stores.Select(Parse).ToList();
        var isBroken = stores.Any(store => store is not { IsBroken: false });
        return Read(manifest.Name, manifest.Stores, stores.OfType<StoreModel>(), isBroken);
    }

    StoreModel? Parse(INamedTypeSymbol store) =>
        store.Find("StorageDriver") is { } attribute
            ? new StoreParser(compilation, new UsageProblems(), cancellationToken).Parse(store, attribute)
            : null;

    KnownDriver Read(
        string name, IEnumerable<INamedTypeSymbol> types, IEnumerable<StoreModel> stores, bool isBroken)
    {
        ImmutableArray<string> kinds =
            [.. types.SelectMany(type => StoreParser.ContractsOf(type)).Select(contract => contract.Kind).Distinct()];
        return isBroken
            ? new(name, kinds) { IsOpaque = true }
            : new(name, kinds)
            {
                Options = types.Select(OptionsOf).FirstOrDefault(options => options is not null),
                RequiresSection = stores.SelectMany(store => store.Options).Any(options => options.HasRequired),
            };
    }

    INamedTypeSymbol? OptionsOf(INamedTypeSymbol store)
    {
        var parts = new PartsParser(compilation, new UsageProblems(), cancellationToken);
        parts.ParseStore(store, Location.None);
        return parts.OptionsTypes.FirstOrDefault();
    }
}
