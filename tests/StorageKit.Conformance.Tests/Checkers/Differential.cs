using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;
using Xunit.Abstractions;

namespace StorageKit.Conformance.Tests.Checkers;

/// <summary>Counts how a checker's verdicts compare with exhaustive search; one disagreement fails with the
/// history.</summary>
sealed class Differential(ITestOutputHelper output)
{
    readonly SortedDictionary<string, int> _anomalies = new(StringComparer.Ordinal);
    int _legal, _illegal, _inconclusive;

    public void Compare(IReadOnlyList<Operation> history, bool legal, Verdict verdict)
    {
        if (legal) _legal++;
        else _illegal++;
        if (verdict.Anomaly is { } name) _anomalies[name] = _anomalies.GetValueOrDefault(name) + 1;
        if (verdict.Status == VerdictStatus.Inconclusive) _inconclusive++;
        else if ((verdict.Status == VerdictStatus.Linearizable) != legal) Fail(history, legal, verdict);
    }

    /// <summary>Asserts that both classes and every anomaly are represented, and that at most some verdicts were
    /// open.</summary>
    public void Finish(int histories, double minIllegalShare, double maxInconclusiveShare, params string[] anomalies)
    {
        var total = _legal + _illegal;
        output.WriteLine($"{total} histories: {_legal} legal, {_illegal} illegal, {_inconclusive} inconclusive");
        output.WriteLine(string.Join(", ", _anomalies.Select(a => $"{a.Key} {a.Value}")));
        Assert.Equal(histories, total);
        Assert.Equal(anomalies.Order(StringComparer.Ordinal), _anomalies.Keys);
        Assert.InRange(_illegal, minIllegalShare * total, 0.9 * total);
        Assert.InRange(_inconclusive, 0, maxInconclusiveShare * total);
    }

    static void Fail(IReadOnlyList<Operation> history, bool legal, Verdict verdict) => Assert.Fail(
        $"exhaustive search: {(legal ? "legal" : "illegal")}; checker: {verdict.Describe(0)}\n" +
        string.Join('\n', history.OrderBy(o => o.Call).Select(o => $"  {o.Describe(0)} ticks {o.Call}..{o.Return}")));
}
