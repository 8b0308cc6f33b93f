using Microsoft.CodeAnalysis;
using StorageKit.Roslyn;

namespace StorageKit.Generators;

public sealed partial class OptionsGenerator
{
    static OptionsModel? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) =>
        context.TargetSymbol is INamedTypeSymbol type
            ? new OptionsParser(context.SemanticModel.Compilation, new UsageProblems(), cancellationToken).Parse(type)
            : null;
}
