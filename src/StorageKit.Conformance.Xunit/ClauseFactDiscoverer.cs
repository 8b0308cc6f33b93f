using Xunit.Abstractions;
using Xunit.Sdk;

namespace StorageKit.Conformance.Xunit;

/// <summary>Finds the test cases of <see cref="ClauseFactAttribute"/>; xunit makes it by name.</summary>
/// <param name="diagnosticMessageSink">xunit's.</param>
public sealed class ClauseFactDiscoverer(IMessageSink diagnosticMessageSink) : IXunitTestCaseDiscoverer
{
    /// <summary>One test case a method.</summary>
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
    [
        new ClauseTestCase(
            diagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(),
            discoveryOptions.MethodDisplayOptionsOrDefault(),
            testMethod),
    ];
}
