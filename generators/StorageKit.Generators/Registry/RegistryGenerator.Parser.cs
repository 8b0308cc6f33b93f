using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using StorageKit.Roslyn;

namespace StorageKit.Generators;

public sealed partial class RegistryGenerator
{
    static StoreModel? ParseStore(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) =>
        context.TargetSymbol is INamedTypeSymbol type
            ? new StoreParser(context.SemanticModel.Compilation, new UsageProblems(), cancellationToken)
                .Parse(type, context.Attributes[0])
            : null;

    static IEnumerable<RegistryModel> Assemble(ImmutableArray<StoreModel> stores) =>
        DriverGrouping.Group(stores).Where(group => !group.IsBroken).Select(Assemble);

    static RegistryModel Assemble(DriverGroup group)
    {
        var first = group.Stores[0];
        var resources = group.Stores.SelectMany(store => store.Resources).Distinct().ToEquatableArray();
        var options = group.Stores.SelectMany(store => store.Options).FirstOrDefault();
        return new(
            group.Name,
            first.Namespace,
            first.RegistrationName,
            "Add" + DriverName.ToPascalCase(group.Name),
            group.Stores.Any(store => store.IsPublic) ? "public" : "internal")
        {
            Binder = options?.Binder,
            RequiresSection = options is { HasRequired: true },
            UsesTimeProvider = group.Stores.Select(store => store.Construction!)
                .Concat(resources.Select(resource => resource.Construction))
                .Any(construction => construction.Arguments.Any(argument => argument.Kind == ArgumentKind.Time)),
            Resources = resources,
            Stores = group.Stores,
        };
    }
}
