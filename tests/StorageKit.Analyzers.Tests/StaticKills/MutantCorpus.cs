using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StorageKit.Conformance.Wire;

namespace StorageKit.Analyzers.Tests.StaticKills;

/// <summary>The sources of the kit's mutants, compiled as the project that runs them compiles them.</summary>
internal static class MutantCorpus
{
    static readonly string s_project = Path.Combine(Repository.Root, "tests", "StorageKit.Conformance.Tests");

    internal static CSharpCompilation Compile()
    {
        var files = Directory.EnumerateFiles(s_project, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "Shared", "Sqlite"), "*.cs"))
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "Shared", "Etcd"), "*.cs"))
            .Append(Path.Combine(Repository.Root, "tests", "Shared", "JsonSchema.cs"))
            .Append(Path.Combine(Repository.Root, "tests", "Shared", "NodePrograms.cs"))
            .Append(Path.Combine(Repository.Root, "tests", "Shared", "RoslynHarness", "Repository.cs"))
            .Order(StringComparer.Ordinal);
        // The name is the project's: internal types of the kit are visible to it.
        return CSharpCompilation.Create(
            "StorageKit.Conformance.Tests",
            files.Select(Parse).Prepend(CSharpSyntaxTree.ParseText(Usings, TestCompilation.ParseOptions)),
            TestCompilation.RuntimeAnd(References),
            TestCompilation.Options);
    }

    /// <summary>Errors but those of a method that a generator of the SDK writes.</summary>
    internal static IEnumerable<Diagnostic> ErrorsOf(Compilation compilation) =>
        compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error && found.Id != "CS8795");

    const string Usings = TestCompilation.ImplicitUsings + "\nglobal using System.Net.Http;\nglobal using Xunit;\n";

    static IEnumerable<Assembly> References =>
    [
        typeof(IAuditSink).Assembly, typeof(StorageConfig).Assembly, typeof(Conformance.Clause).Assembly,
        typeof(Memory.MemoryData).Assembly, typeof(Sqlite.SqliteDatabase).Assembly,
        typeof(Microsoft.Data.Sqlite.SqliteConnection).Assembly, typeof(WireFrame).Assembly,
        typeof(FactAttribute).Assembly, typeof(Assert).Assembly, Assembly.Load("xunit.abstractions"),
        Assembly.Load("Microsoft.Extensions.Logging.Abstractions"), Assembly.Load("SQLitePCLRaw.core"),
    ];

    static SyntaxTree Parse(string path) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(path), TestCompilation.ParseOptions, path);
}
