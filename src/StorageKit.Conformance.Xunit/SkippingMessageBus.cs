using Xunit.Abstractions;
using Xunit.Sdk;

namespace StorageKit.Conformance.Xunit;

/// <summary>Passes messages on, and turns a failure by <see cref="ClauseSkippedException"/> into a skip with its
/// message.</summary>
internal sealed class SkippingMessageBus(IMessageBus inner) : IMessageBus
{
    int _skipped;

    internal int Skipped => _skipped;

    public bool QueueMessage(IMessageSinkMessage message)
    {
        if (message is not ITestFailed failed || failed.ExceptionTypes[0] != typeof(ClauseSkippedException).FullName)
            return inner.QueueMessage(message);
        Interlocked.Increment(ref _skipped);
        return inner.QueueMessage(new TestSkipped(failed.Test, failed.Messages[0]));
    }

    // The runner owns the real bus.
    public void Dispose()
    {
    }
}
