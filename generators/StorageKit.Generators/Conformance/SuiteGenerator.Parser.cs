using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using StorageKit.Roslyn;

namespace StorageKit.Generators;

public sealed partial class SuiteGenerator
{
    static SuiteModel? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) =>
        context.TargetSymbol is INamedTypeSymbol type
            ? new SuiteParser(context.SemanticModel.Compilation, new UsageProblems(), cancellationToken)
                .Parse(type, context.Attributes[0])
            : null;

    static SuiteModel Wire(SuiteModel suite, ImmutableArray<RegistryModel> own)
    {
        if (own.FirstOrDefault(driver => driver.Name == suite.Driver) is not { } driver) return suite;
        return suite with
        {
            Registration = driver.FullName,
            Contracts = ContractsOf(driver),
        };
    }
}
