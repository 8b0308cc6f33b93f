using Xunit;

namespace StorageKit.Conformance.Xunit;

/// <summary>Ends a suite's backend after its last test; generated suites carry it as a class fixture.</summary>
/// <typeparam name="TSuite">The suite.</typeparam>
public sealed class SuiteLifetime<TSuite> : IAsyncLifetime where TSuite : ConformanceSuite
{
    /// <summary>Does nothing: the backend starts with the first clause that is run.</summary>
    public ValueTask InitializeAsync() => default;

    /// <summary>Ends the backend.</summary>
    public ValueTask DisposeAsync() => new(ConformanceSuite.EndAsync(typeof(TSuite)));
}
