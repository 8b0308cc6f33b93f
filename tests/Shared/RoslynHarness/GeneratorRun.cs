using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace StorageKit.Testing.Roslyn;

/// <summary>What generators made of a compilation, and what they did when asked again.</summary>
sealed class GeneratorRun(Compilation input, GeneratorDriverRunResult first, GeneratorDriverRunResult second)
{
    public ImmutableArray<GeneratedSourceResult> Sources =>
        [.. second.Results.SelectMany(result => result.GeneratedSources)];

    public ImmutableArray<Diagnostic> Diagnostics => second.Diagnostics;

    /// <summary>The compilation with the generated trees in it.</summary>
    public Compilation Output => input.AddSyntaxTrees(second.GeneratedTrees);

    public string Source(string hintName) =>
        Sources.Single(source => source.HintName == hintName).SourceText.ToString();

    /// <summary>Fails when a generator threw, or the result does not compile without a warning.</summary>
    public GeneratorRun AssertCompiles()
    {
        foreach (var result in second.Results)
            Assert.True(result.Exception is null, $"The generator threw: {result.Exception}");
        TestCompilation.AssertNoDiagnostics(Output, DiagnosticSeverity.Warning);
        return this;
    }

    /// <summary>Fails when the second run did any tracked step anew.</summary>
    public GeneratorRun AssertCached()
    {
        var steps = NamedSteps(second).ToList();
        Assert.True(steps.Count > 0, "No step has a tracking name, so nothing can be said about caching.");
        var redone = steps
            .Where(step => step.Outputs.Any(output =>
                output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)))
            .Select(step => $"{step.Name}: {string.Join(", ", step.Outputs.Select(output => output.Reason))}");
        Assert.Empty(redone);
        return this;
    }

    /// <summary>Fails when a step hands on something that holds a compilation's objects.</summary>
    public GeneratorRun AssertModelsHoldNoSymbols()
    {
        foreach (var step in NamedSteps(first).Concat(NamedSteps(second)))
            foreach (var (value, _) in step.Outputs)
                ModelPurity.AssertPure(value, step.Name!);
        return this;
    }

    /// <summary>The three properties that every generator test wants: compiles, caches, pure models.</summary>
    public GeneratorRun AssertSound() => AssertCompiles().AssertCached().AssertModelsHoldNoSymbols();

    /// <summary>The reasons of one tracked step in the second run.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string trackingName) =>
        [.. NamedSteps(second)
            .Where(step => step.Name == trackingName).SelectMany(step => step.Outputs).Select(o => o.Reason)];

    /// <summary>
    /// The steps that the generator's author named. The compiler names its own, and those may hold syntax: the inputs,
    /// the parts of ForAttributeWithMetadataName, and the outputs (which are judged by their text).
    /// </summary>
    static IEnumerable<IncrementalGeneratorRunStep> NamedSteps(GeneratorDriverRunResult run) =>
        run.Results
            .SelectMany(result => result.TrackedSteps)
            .Where(pair => !pair.Key.Contains("_ForAttribute", StringComparison.Ordinal) && !BuiltIn.Contains(pair.Key))
            .SelectMany(pair => pair.Value);

    static readonly HashSet<string> BuiltIn =
    [
        WellKnownGeneratorInputs.Compilation, WellKnownGeneratorInputs.ParseOptions,
        WellKnownGeneratorInputs.AdditionalTexts, WellKnownGeneratorInputs.AnalyzerConfigOptions,
        WellKnownGeneratorInputs.MetadataReferences, WellKnownGeneratorOutputs.SourceOutput,
        WellKnownGeneratorOutputs.ImplementationSourceOutput,
    ];
}
