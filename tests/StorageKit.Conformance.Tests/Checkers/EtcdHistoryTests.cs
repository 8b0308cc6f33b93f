using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;
using StorageKit.Etcd;

namespace StorageKit.Conformance.Tests.Checkers;

/// <summary>Somebody else's histories and verdicts.</summary>
public sealed class EtcdHistoryTests
{
    [Fact]
    public void Every_history_of_etcd_gets_its_published_verdict()
    {
        var histories = EtcdHistory.ReadAll();
        Assert.Equal(102, histories.Count);
        Assert.All(histories, history =>
        {
            var verdict = LinearizabilitySearch.Check<EtcdModel, OperationValue>(default, history.Operations);
            var expected = history.IsLinearizable ? VerdictStatus.Linearizable : VerdictStatus.Violation;
            Assert.True(verdict.Status == expected, $"{history.Number}: {verdict}");
        });
    }
}
