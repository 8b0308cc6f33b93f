using Microsoft.CodeAnalysis;

namespace StorageKit.Generators;

/// <summary>
/// Fills in the other half of each class with <c>[ConformanceSuite]</c>: one test for each clause of the kit; and
/// writes the whole suite of an author's own driver that needs no backend. Reports nothing: the analyzer of SK0010
/// reads the same model. Without this generator the class lacks an abstract member and the project does not compile.
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
        var own = RegistryGenerator.Drivers(context);
        var wired = suites.Combine(own.Collect())
            .Select(static (pair, _) => Wire(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Wired);

        // 3. Of two suites whose names differ in case only, the compiler would take the files for one.
        var clashes = suites.Select(static (suite, _) => HintName(suite)).Collect()
            .Select(static (names, _) => Clashes(names));

        context.RegisterSourceOutput(
            wired.Combine(clashes), static (output, pair) => Emit(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(
            Automatic(context, suites, own), static (output, suite) => Emit(output, suite, []));
    }
}
