using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StorageKit.Testing.Roslyn;

/// <summary>
/// Runs incremental generators over test sources. Each <see cref="Run"/> runs twice, the second time on a clone of the
/// compilation, so that the result can tell whether every step was cached.
/// </summary>
sealed record GeneratorHarness(Func<IEnumerable<IIncrementalGenerator>> Generators)
{
    public GeneratorHarness(Func<IIncrementalGenerator> generator) : this(() => [generator()]) { }

    /// <summary>Assemblies referenced beside the runtime.</summary>
    public ImmutableArray<Assembly> Assemblies { get; init; } = [];

    /// <summary>The project's AdditionalFiles.</summary>
    public ImmutableArray<AdditionalText> AdditionalTexts { get; init; } = [];

    public GeneratorHarness WithAssembly(params Assembly[] assemblies) =>
        this with { Assemblies = Assemblies.AddRange(assemblies) };

    /// <summary>Adds a file of the project that is not C#, such as <c>storage.toml</c>.</summary>
    public GeneratorHarness WithAdditionalFile(string path, string content) =>
        this with { AdditionalTexts = AdditionalTexts.Add(new TextFile(path, content)) };

    public GeneratorRun Run(params string[] sources)
    {
        var compilation = Compile(sources);
        var driver = CreateDriver().RunGenerators(compilation);
        var first = driver.GetRunResult();
        var second = driver.RunGenerators(compilation.Clone()).GetRunResult();
        return new(compilation, first, second);
    }

    /// <summary>Runs on one compilation, then on another, to see which steps an edit reaches.</summary>
    public GeneratorRun RunEdit(string[] before, string[] after)
    {
        var driver = CreateDriver().RunGenerators(Compile(before));
        var first = driver.GetRunResult();
        var edited = Compile(after);
        return new(edited, first, driver.RunGenerators(edited).GetRunResult());
    }

    /// <summary>Fails when the generators, still alive, keep an earlier compilation alive too.</summary>
    public void AssertKeepsNoCompilation(params string[] sources)
    {
        var driver = CreateDriver(trackSteps: false);
        var compilations = Enumerable.Range(0, 5).Select(_ => RunOnce(ref driver, sources)).ToList();

        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        // The driver itself may hold the last compilation it saw.
        var alive = compilations.SkipLast(1).Count(compilation => compilation.IsAlive);
        GC.KeepAlive(driver);
        Assert.True(
            alive == 0,
            $"{alive} of {compilations.Count - 1} earlier compilations are still reachable through the generator.");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    WeakReference RunOnce(ref GeneratorDriver driver, string[] sources)
    {
        var compilation = Compile(sources);
        driver = driver.RunGenerators(compilation);
        return new(compilation);
    }

    /// <summary>The project as it is where the generators do not run.</summary>
    public Compilation WithoutGenerators(params string[] sources) => Compile(sources);

    CSharpCompilation Compile(string[] sources) => TestCompilation.Create(sources, Assemblies);

    GeneratorDriver CreateDriver(bool trackSteps = true) => CSharpGeneratorDriver.Create(
        Generators().Select(generator => generator.AsSourceGenerator()),
        AdditionalTexts,
        TestCompilation.ParseOptions,
        driverOptions: new GeneratorDriverOptions(
            IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: trackSteps));
}
