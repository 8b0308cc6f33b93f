using StorageKit.Conformance.Checkers;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Tests.Checkers;

static class VerdictAssert
{
    public static void Linearizable(Verdict verdict) =>
        Assert.True(verdict.Status == VerdictStatus.Linearizable, verdict.ToString());

    public static void Inconclusive(string reasonPart, Verdict verdict)
    {
        Assert.True(verdict.Status == VerdictStatus.Inconclusive, verdict.ToString());
        Assert.Contains(reasonPart, verdict.ToString());
        Assert.Empty(verdict.Witness);
    }

    /// <summary>The violation has the name, exactly this witness, and a line that names every operation of
    /// it.</summary>
    public static void Violation(string anomaly, Verdict verdict, params Operation[] witness)
    {
        var text = verdict.ToString();
        Assert.True(verdict.Status == VerdictStatus.Violation, text);
        Assert.Equal(anomaly, verdict.Anomaly);
        Assert.StartsWith(anomaly + ": ", text);
        Assert.DoesNotContain('\n', text);
        Assert.Equal(witness.Select(o => o.Id).Order(), verdict.Witness.Select(o => o.Id).Order());
        Assert.All(witness, o => Assert.Contains($"caller {o.Caller} #{o.Id} ", text));
    }
}
