using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics;
using StorageKit.Analyzers.Stores;
using StorageKit.Analyzers.Tests.AppendOnly;
using StorageKit.Analyzers.Tests.Stubs;

namespace StorageKit.Analyzers.Tests.Robustness;

/// <summary>An editor cancels the analysis at every key; then it ends at once, and says nothing.</summary>
public sealed class CancellationTests
{
    const int Methods = 200;

    static readonly TimeSpan Promptly = TimeSpan.FromSeconds(10);

    static IEnumerable<StoreRule> AllRules => typeof(StoreRule).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(StoreRule)) && !type.IsAbstract)
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => (StoreRule)Activator.CreateInstance(type)!);

    /// <summary>A sink whose every method breaks a rule.</summary>
    static string BigDriver => EmitSource.Emit(
        "await connection.ExecuteAsync(Insert, new { body = Text(entry) }); await M0(entry.Payload);",
        string.Join('\n', Enumerable.Range(0, Methods).Select(i => $$"""
            public async Task M{{i}}(string text)
            {
                for (var i = 0; i < text.Length; i++)
                    if (text[i] == 'x' && await connection.ExecuteAsync("DELETE FROM audit_log WHERE n = @n", new { n = i }) > {{i}})
                        entries.Clear();
                await M{{(i + 1) % Methods}}(text + "{{i}}");
            }
            """)));

    static AnalyzerHarness Harness(params StoreRule[] rules) => new AnalyzerHarness(new StoreAnalyzer(rules))
        .WithAssembly(typeof(IAuditSink).Assembly)
        .WithStub(AdoNetStubs.Source, SqlLibraryStubs.Source, RedisStubs.Source, EntityFrameworkStubs.Source,
            LoggingStubs.Source);

    [Fact]
    public async Task The_big_driver_is_worth_cancelling()
    {
        var found = await Harness([.. AllRules]).AnalyzeAsync(BigDriver);

        Assert.True(found.Length > Methods, $"only {found.Length} diagnostics");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(50)]
    public async Task A_cancelled_analysis_ends_before_its_last_rule_and_reports_nothing(int rulesBefore)
    {
        using var stop = new CancellationTokenSource();
        var cancelling = new Cancelling(stop);
        var last = new Counting();
        var harness = Harness([.. AllRules.Take(rulesBefore), cancelling, .. AllRules.Skip(rulesBefore), last]);
        var failures = new ConcurrentQueue<Exception>();
        var analysis = harness.Compile(BigDriver).WithAnalyzers([harness.Analyzer], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => failures.Enqueue(exception),
            concurrentAnalysis: true, logAnalyzerExecutionTime: false));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => analysis.GetAnalyzerDiagnosticsAsync(stop.Token));

        Assert.True(cancelling.Since.Elapsed < Promptly, $"ended {cancelling.Since.Elapsed} after it was cancelled");
        Assert.Equal(0, last.Stores);
        Assert.Empty(failures);
    }

    /// <summary>Cancels when the first store is looked at.</summary>
    sealed class Cancelling(CancellationTokenSource stop) : StoreRule(Descriptors.SK0004_MemberMustNotBeAStub)
    {
        public Stopwatch Since { get; } = new();

        public override IEnumerable<Violation> Find(Store store)
        {
            Since.Start();
            stop.Cancel();
            return [];
        }
    }

    /// <summary>Counts the stores that it is asked about.</summary>
    sealed class Counting() : StoreRule(Descriptors.SK0004_MemberMustNotBeAStub)
    {
        public int Stores { get; private set; }

        public override IEnumerable<Violation> Find(Store store)
        {
            Stores++;
            return [];
        }
    }
}
