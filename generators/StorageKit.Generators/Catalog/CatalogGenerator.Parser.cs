using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using StorageKit.Roslyn;

namespace StorageKit.Generators;

public sealed partial class CatalogGenerator
{
    static CatalogClass? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) =>
        context.TargetSymbol is INamedTypeSymbol type
            ? new CatalogParser(context.SemanticModel.Compilation, new UsageProblems(), cancellationToken)
                .Parse(type, context.Attributes[0])
            : null;

    /// <summary>Of two drivers with one name, which SK0002 reports, only the nearer one is registered.</summary>
    static CatalogModel Complete(CatalogClass catalog, ImmutableArray<OwnDriver> own) => new(
        catalog.Namespace,
        catalog.Name,
        own.Concat(catalog.Referenced.Select(driver => new OwnDriver(driver.Name, driver.Registration)))
            .GroupBy(driver => driver.Name)
            .OrderBy(named => named.Key, StringComparer.Ordinal)
            .Select(named => named.First().Registration)
            .ToEquatableArray());
}
