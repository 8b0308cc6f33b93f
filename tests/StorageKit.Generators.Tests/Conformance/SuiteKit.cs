using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StorageKit.Conformance;
using StorageKit.Conformance.Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace StorageKit.Generators.Tests.Conformance;

/// <summary>Projects with conformance suites, compiled in memory with all generators of the kit.</summary>
static class SuiteKit
{
    static readonly Assembly[] s_xunit =
        [typeof(FactAttribute).Assembly, typeof(ITest).Assembly, typeof(XunitTestCase).Assembly];

    static readonly Lazy<MetadataReference> s_stub = new(() => Kit.AsReference(
        TestCompilation.Create([StubKit.Source], [.. Kit.References, .. s_xunit]).WithAssemblyName("StubKit")));

    /// <summary>Against the kit itself, with all of its clauses.</summary>
    public static GeneratorHarness Whole { get; } = Kit.Generators.WithAssembly(
        [typeof(ClauseFactAttribute).Assembly, typeof(Clause).Assembly, .. s_xunit]);

    /// <summary>A project before the generators have run, against a kit of three clauses.</summary>
    public static CSharpCompilation Project(string[] sources, params IEnumerable<MetadataReference> references) =>
        TestCompilation.Create(sources, [.. Kit.References, .. s_xunit]).AddReferences([s_stub.Value, .. references]);

    /// <summary>Runs all generators twice over a project against a kit of three clauses.</summary>
    public static GeneratorRun Run(params string[] sources) => Run(Project(sources));

    public static GeneratorRun Run(CSharpCompilation project) => RunEdit(project, project.Clone());

    /// <summary>Runs on one compilation, then on another.</summary>
    /// <param name="before">One.</param>
    /// <param name="after">The other.</param>
    /// <param name="assemblies">Whose drivers get suites by themselves: what the package's targets say.</param>
    public static GeneratorRun RunEdit(CSharpCompilation before, CSharpCompilation after, string? assemblies = null)
    {
        var driver = Start(assemblies).RunGenerators(before);
        var first = driver.GetRunResult();
        return new(after, first, driver.RunGenerators(after).GetRunResult());
    }

    /// <summary>The suites that were generated, by hint name.</summary>
    public static IReadOnlyList<GeneratedSourceResult> Suites(GeneratorRun run) =>
        [.. run.Sources.Where(source => source.HintName.EndsWith(".Suite.g.cs", StringComparison.Ordinal))];

    public static GeneratorDriver Start(string? assemblies = null) => CSharpGeneratorDriver.Create(
        Kit.All().Select(each => each.AsSourceGenerator()), parseOptions: TestCompilation.ParseOptions,
        optionsProvider: new BuildProperties("StorageKitConformanceAssemblies", assemblies),
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
}
