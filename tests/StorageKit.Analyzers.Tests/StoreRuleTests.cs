using StorageKit.Analyzers.Stores;
using StorageKit.Analyzers.Tests.Stubs;

namespace StorageKit.Analyzers.Tests;

/// <summary>Tests of one rule: it alone runs, over source that may use any stubbed package.</summary>
public abstract class StoreRuleTests
{
    private protected StoreRuleTests(params StoreRule[] rules) =>
        Analyzer = new AnalyzerHarness(new StoreAnalyzer(rules))
            .WithAssembly(typeof(IAuditSink).Assembly)
            .WithStub(AdoNetStubs.Source, SqlLibraryStubs.Source, RedisStubs.Source, CacheStubs.Source,
                EntityFrameworkStubs.Source, DocumentStoreStubs.Source, LoggingStubs.Source);

    private protected AnalyzerHarness Analyzer { get; }

    /// <summary>Asserts exactly the marked diagnostics; at least one must be marked.</summary>
    protected Task Flags(string source)
    {
        Assert.Contains("[|", source, StringComparison.Ordinal);
        return Analyzer.VerifyAsync(source);
    }

    /// <summary>Asserts that nothing is reported.</summary>
    protected Task Accepts(string source)
    {
        Assert.DoesNotContain("[|", source, StringComparison.Ordinal);
        return Analyzer.VerifyAsync(source);
    }
}
