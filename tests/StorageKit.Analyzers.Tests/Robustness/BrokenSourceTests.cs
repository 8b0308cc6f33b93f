using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StorageKit.Analyzers.Stores;
using StorageKit.Analyzers.Tests.Stubs;

namespace StorageKit.Analyzers.Tests.Robustness;

/// <summary>Half-typed code: every token of ten drivers is deleted in turn, and no rule may throw.</summary>
public sealed class BrokenSourceTests
{
    static readonly AnalyzerHarness Harness = new AnalyzerHarness(new StoreAnalyzer())
        .WithAssembly(typeof(IAuditSink).Assembly)
        .WithStub(AdoNetStubs.Source, SqlLibraryStubs.Source, RedisStubs.Source, EntityFrameworkStubs.Source,
            LoggingStubs.Source);

    [Theory]
    [MemberData(nameof(HalfTypedDrivers.Names), MemberType = typeof(HalfTypedDrivers))]
    public async Task Deleting_any_token_makes_no_rule_throw(string driver)
    {
        var source = HalfTypedDrivers.Source(driver);
        var whole = Harness.Compile(source);
        Assert.NotEmpty(await Harness.GetDiagnosticsAsync(whole));
        var tree = whole.SyntaxTrees.Single(candidate => candidate.FilePath == "Test0.cs");
        foreach (var token in (await tree.GetRootAsync()).DescendantTokens())
        {
            var broken = source.Remove(token.SpanStart, token.Span.Length);
            await Harness.GetDiagnosticsAsync(
                whole.ReplaceSyntaxTree(
                    tree, CSharpSyntaxTree.ParseText(broken, TestCompilation.ParseOptions, "Test0.cs")));
        }
    }
}
