using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.Extensions.Logging;
using StorageKit.Analyzers;
using StorageKit.Analyzers.Usage;
using StorageKit.Conformance;
using StorageKit.Conformance.Xunit;
using StorageKit.Generators;

namespace StorageKit.Package.Tests.BrokenDriver;

/// <summary>samples/BrokenDriver shows each rule once, where it says so, and nothing else is wrong with it.</summary>
public sealed class BrokenDriverTests
{
    static readonly Assembly[] Kit =
    [
        typeof(IAuditSink).Assembly, typeof(Registry).Assembly, typeof(Clause).Assembly,
        typeof(ClauseFactAttribute).Assembly, typeof(FactAttribute).Assembly, typeof(ILogger).Assembly,
        typeof(Memory.MemoryDriver).Assembly,
    ];

    [Fact]
    public async Task Exactly_the_marked_lines_are_reported()
    {
        const string usings = TestCompilation.ImplicitUsings + "\nglobal using System.Net.Http;";
        var compilation = CSharpCompilation.Create(
            "BrokenDriver",
            MarkedSample.Files.Select(file => Parse(File.ReadAllText(file), file)).Append(Parse(usings, "Usings.cs")),
            TestCompilation.RuntimeAnd(Kit),
            TestCompilation.Options);
        var generators = Parts<IIncrementalGenerator>(typeof(SuiteGenerator)).Select(part => part.AsSourceGenerator());
        CSharpGeneratorDriver.Create(generators, parseOptions: TestCompilation.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var failures);
        Assert.Empty(failures);

        var analyzers = Parts<DiagnosticAnalyzer>(typeof(SuiteMustNameADriver));
        var configurations = MarkedSample.Configurations.Select(file => new TextFile(file, File.ReadAllText(file)));
        var found = await generated.WithAnalyzers([.. analyzers], new AnalyzerOptions([.. configurations]))
            .GetAllDiagnosticsAsync();

        var visible = found.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden);
        var places = visible.Select(Describe).ToList();
        Assert.True(
            places.Count == places.Distinct().Count() && places.ToHashSet().SetEquals(MarkedSample.Marks),
            $"missing: {string.Join(", ", MarkedSample.Marks.Except(places))}\n"
            + $"unexpected: {string.Join(", ", places.Except(MarkedSample.Marks))}");
    }

    [Fact]
    public void Every_rule_has_a_file_named_after_it_and_marked_with_it()
    {
        var rules = typeof(DiagnosticIds).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetValue(null)!);

        var marked = MarkedSample.Marks.Select(IdOf);
        Assert.Equal(rules.Order(StringComparer.Ordinal), marked.Order(StringComparer.Ordinal));
        Assert.All(MarkedSample.Marks, mark => Assert.StartsWith(IdOf(mark), mark, StringComparison.Ordinal));
    }

    [Fact]
    public void The_sample_is_in_no_solution_since_it_does_not_build()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "StorageKit.sln"));

        Assert.DoesNotContain("BrokenDriver", solution, StringComparison.Ordinal);
    }

    static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions, path);

    static string IdOf(string mark) => mark[^"SK0000".Length..];

    static IEnumerable<T> Parts<T>(Type sibling) => sibling.Assembly.GetTypes()
        .Where(type => typeof(T).IsAssignableFrom(type) && !type.IsAbstract)
        .Select(type => (T)Activator.CreateInstance(type)!);

    static string Describe(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        return MarkedSample.Place(place.Path, place.StartLinePosition.Line + 1, diagnostic.Id);
    }
}
