using Microsoft.CodeAnalysis;

namespace StorageKit.Generators;

/// <summary>
/// Fills in the other half of each class with <c>[ConformanceSuite]</c>: one test for each clause of the kit. Reports
/// nothing: the analyzer of SK0010 reads the same model. Without this generator the class lacks an abstract member and
/// the project does not compile.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed partial class SuiteGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // 1. One model a suite: the driver as the references tell, and the clauses of the referenced kit.
        var suites = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "StorageKit.Conformance.ConformanceSuiteAttribute", static (_, _) => true, Parse)
            .Where(static suite => suite is not null)
            .Select(static (suite, _) => suite!)
            .WithTrackingName(TrackingNames.Suites);

        // 2. A driver may stand beside its suite; what the registry generator makes of it is not visible in the
        // compilation.
        var own = RegistryGenerator.Drivers(context).Collect();
        var wired = suites.Combine(own)
            .Select(static (pair, _) => Wire(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Wired);

        context.RegisterSourceOutput(wired, static (output, suite) => Emit(output, suite));
    }
}
