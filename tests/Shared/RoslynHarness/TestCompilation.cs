using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StorageKit.Testing.Roslyn;

/// <summary>Compilations of test sources against the running runtime.</summary>
static class TestCompilation
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Preview);

    // CS1701: a package that was built for an older runtime; the SDK says nothing of it either.
    public static CSharpCompilationOptions Options { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Enable,
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress)]);

    /// <summary>The namespaces that the SDK imports, so that test sources stay as short as real ones.</summary>
    public const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>Every assembly of the shared framework that runs this test, and nothing of the test host.</summary>
    public static ImmutableArray<MetadataReference> Runtime { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static ImmutableArray<MetadataReference> RuntimeAnd(IEnumerable<Assembly> assemblies) =>
        [.. Runtime, .. assemblies.Select(assembly => MetadataReference.CreateFromFile(assembly.Location))];

    /// <summary>Compiles the sources, named <c>Test0.cs</c>, <c>Test1.cs</c> … in the order given.</summary>
    public static CSharpCompilation Create(IEnumerable<string> sources, IEnumerable<Assembly> assemblies) =>
        CSharpCompilation.Create(
            "TestProject",
            sources.Prepend(ImplicitUsings).Select((source, index) =>
                CSharpSyntaxTree.ParseText(source, ParseOptions, index == 0 ? "Usings.cs" : $"Test{index - 1}.cs")),
            RuntimeAnd(assemblies),
            Options);

    /// <summary>Fails, with the messages, when a diagnostic of at least this severity is there.</summary>
    public static void AssertNoDiagnostics(Compilation compilation, DiagnosticSeverity from = DiagnosticSeverity.Error)
    {
        var found = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= from).ToList();
        Assert.True(found.Count == 0, "The source does not compile cleanly:\n" + string.Join('\n', found));
    }
}
