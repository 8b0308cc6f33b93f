using Xunit.Abstractions;
using Xunit.Sdk;

namespace StorageKit.Conformance.Xunit;

/// <summary>A test case whose <see cref="ClauseSkippedException"/> counts as skipped, not failed.</summary>
public sealed class ClauseTestCase : XunitTestCase
{
    /// <summary>For xunit, which reads test cases from their serialized form.</summary>
    [Obsolete("For xunit's deserialization.", error: true)]
    public ClauseTestCase()
    {
    }

    /// <summary>A test case of a method.</summary>
    public ClauseTestCase(
        IMessageSink diagnosticMessageSink, TestMethodDisplay display, TestMethodDisplayOptions options,
        ITestMethod testMethod)
        : base(diagnosticMessageSink, display, options, testMethod)
    {
    }

    /// <inheritdoc/>
    public override async Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink, IMessageBus messageBus, object[] constructorArguments,
        ExceptionAggregator aggregator, CancellationTokenSource cancellationTokenSource)
    {
        using var skipping = new SkippingMessageBus(messageBus);
        var summary = await base.RunAsync(
            diagnosticMessageSink, skipping, constructorArguments,
            aggregator, cancellationTokenSource).ConfigureAwait(false);
        summary.Failed -= skipping.Skipped;
        summary.Skipped += skipping.Skipped;
        return summary;
    }
}
