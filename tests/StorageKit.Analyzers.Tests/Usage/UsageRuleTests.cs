using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.Extensions.Logging;

namespace StorageKit.Analyzers.Tests.Usage;

/// <summary>Tests of one analyzer over source that uses the kit.</summary>
public abstract class UsageRuleTests
{
    /// <summary>The member of a sink, for classes whose body does not matter.</summary>
    protected const string Sink =
        "public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => default;";

    private protected UsageRuleTests(DiagnosticAnalyzer analyzer) =>
        Analyzer = new AnalyzerHarness(analyzer)
            .WithAssembly(typeof(IAuditSink).Assembly, typeof(Registry).Assembly, typeof(ILogger).Assembly);

    private protected AnalyzerHarness Analyzer { get; }

    /// <summary>Asserts exactly the marked diagnostics, and the message of the first.</summary>
    protected async Task Flags(string source, string? message = null)
    {
        Assert.Matches(@"\[\||\{\|", source);
        source = "using StorageKit;\n" + source;
        await Analyzer.VerifyAsync(source);
        if (message is not null)
            Assert.Equal(message, (await Analyzer.AnalyzeAsync(MarkedSource.Parse(source, Analyzer.DefaultId).Text))[0].GetMessage());
    }

    /// <summary>Asserts that nothing is reported.</summary>
    protected Task Accepts(string source)
    {
        Assert.DoesNotMatch(@"\[\||\{\|SK", source);
        return Analyzer.VerifyAsync("using StorageKit;\n" + source);
    }
}
