using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Tests.Robustness;

/// <summary>The rules run over every source file of this repository, whether it compiles alone or not,
/// without throwing.</summary>
public sealed class RepositorySourceTests
{
    [Fact]
    public async Task No_rule_throws_over_this_repository()
    {
        var files = Directory.EnumerateFiles(Repository.Root, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .ToList();
        Assert.True(files.Count > 100, $"only {files.Count} files found");
        var trees = files.Select(
            path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), TestCompilation.ParseOptions, path));
        var compilation = CSharpCompilation.Create(
            "Repository", trees, TestCompilation.Runtime, TestCompilation.Options);

        await new AnalyzerHarness(new StoreAnalyzer()).GetDiagnosticsAsync(compilation);
    }
}
