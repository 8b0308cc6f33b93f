using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using StorageKit.Roslyn;

namespace StorageKit.Generators;

public sealed partial class OptionsGenerator
{
    static OptionsModel? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) =>
        context.TargetSymbol is INamedTypeSymbol type
            ? new OptionsParser(context.SemanticModel.Compilation, new UsageProblems(), cancellationToken).Parse(type)
            : null;

    static IEnumerable<OptionsFile> NameFiles(ImmutableArray<OptionsModel> all) => all
        .OrderBy(options => options.BinderMetadataName, StringComparer.Ordinal)
        .GroupBy(options => options.BinderMetadataName, StringComparer.OrdinalIgnoreCase)
        .SelectMany(alike => alike.Select((options, index) => new OptionsFile(
            options.BinderMetadataName + (index == 0 ? ".g.cs" : $".{index}.g.cs"), options)));
}
