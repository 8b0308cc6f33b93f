using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace StorageKit.Testing.Roslyn;

/// <summary>
/// Runs an analyzer over marked source and compares exactly. A throwing analyzer fails the test, and so does source
/// that does not compile.
/// </summary>
sealed record AnalyzerHarness(DiagnosticAnalyzer Analyzer)
{
    /// <summary>Sources compiled beside the test's: stubs of packages that are not referenced.</summary>
    public ImmutableArray<string> Stubs { get; init; } = [];

    /// <summary>Assemblies referenced beside the runtime.</summary>
    public ImmutableArray<Assembly> Assemblies { get; init; } = [];

    /// <summary>The project's AdditionalFiles.</summary>
    public ImmutableArray<AdditionalText> AdditionalTexts { get; init; } = [];

    /// <summary>The rule that <c>[|…|]</c> means.</summary>
    public string DefaultId => Analyzer.SupportedDiagnostics[0].Id;

    public AnalyzerHarness WithStub(params string[] sources) => this with { Stubs = Stubs.AddRange(sources) };

    public AnalyzerHarness WithAssembly(params Assembly[] assemblies) =>
        this with { Assemblies = Assemblies.AddRange(assemblies) };

    /// <summary>Adds a file of the project that is not C#, such as <c>storage.toml</c>.</summary>
    public AnalyzerHarness WithAdditionalFile(string path, string content) =>
        this with { AdditionalTexts = AdditionalTexts.Add(new TextFile(path, content)) };

    /// <summary>Asserts that exactly the marked diagnostics are reported.</summary>
    public async Task VerifyAsync(string markedSource)
    {
        var source = MarkedSource.Parse(markedSource, DefaultId);
        var compilation = Compile(source.Text);
        TestCompilation.AssertNoDiagnostics(compilation);
        source.AssertAre(await GetDiagnosticsAsync(compilation));
    }

    /// <summary>Analyses source that may be broken; the diagnostics are the caller's to judge.</summary>
    public Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source) => GetDiagnosticsAsync(Compile(source));

    public Compilation Compile(string source) => TestCompilation.Create([source, .. Stubs], Assemblies);

    public async Task<ImmutableArray<Diagnostic>> GetDiagnosticsAsync(Compilation compilation)
    {
        var failures = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(AdditionalTexts),
            onAnalyzerException: (exception, _, _) => failures.Enqueue(exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var found = await compilation.WithAnalyzers([Analyzer], options).GetAnalyzerDiagnosticsAsync();
        if (!failures.IsEmpty)
            throw new InvalidOperationException($"{Analyzer.GetType().Name} threw (AD0001).", failures.First());
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(diagnostic => diagnostic.Id)];
    }
}
