using Microsoft.CodeAnalysis;

namespace StorageKit.Generators.Tests.Conformance;

/// <summary>Which edits reach a suite, and what stays in memory.</summary>
public sealed class SuiteCachingTests
{
    const string Suite =
        "using StorageKit.Conformance; [ConformanceSuite(\"acme\")] public sealed partial class AcmeConformance : "
        + "ConformanceSuite;";

    const string Unrelated = "class Elsewhere { public int Number => 1; }";

    [Fact]
    public void An_edit_elsewhere_reaches_nothing()
    {
        SuiteKit.Whole.RunEdit([Suite, AcmeSource.Driver, Unrelated],
            [Suite, AcmeSource.Driver, Unrelated.Replace("1", "2") + "class More;"])
            .AssertCompiles().AssertCached().AssertModelsHoldNoSymbols();
    }

    [Fact]
    public void An_edit_of_the_driver_s_body_does_not_reach_the_suite()
    {
        var edited = AcmeSource.Driver.Replace("GetUtcNow().Year", "GetUtcNow().Month");

        SuiteKit.Whole.RunEdit([Suite, AcmeSource.Driver], [Suite, edited]).AssertCompiles().AssertCached();
    }

    [Fact]
    public void A_contract_more_in_the_same_project_reaches_the_suite()
    {
        var more = "using StorageKit; [StorageDriver(\"acme\")] public sealed class Sink : IAuditSink { "
            + AcmeSource.SinkBody + " }";

        AssertReached(
            SuiteKit.RunEdit(
                SuiteKit.Project([Suite, AcmeSource.Driver]), SuiteKit.Project([Suite, AcmeSource.Driver, more])));
    }

    [Fact]
    public void A_contract_more_in_the_driver_s_assembly_reaches_the_suite()
    {
        var more = "[StorageDriver(\"acme\")] public sealed class Sink : IAuditSink { " + AcmeSource.SinkBody + " }";
        var before = Kit.AsReference(Kit.Build("Acme", AcmeSource.Driver));
        var after = Kit.AsReference(Kit.Build("Acme", AcmeSource.Driver + more));

        AssertReached(SuiteKit.RunEdit(SuiteKit.Project([Suite], before), SuiteKit.Project([Suite], after)));
    }

    [Fact]
    public void A_line_more_above_the_attribute_moves_the_tests()
    {
        var run = SuiteKit.RunEdit(
            SuiteKit.Project([Suite, AcmeSource.Driver]), SuiteKit.Project(["\n\n" + Suite, AcmeSource.Driver]));

        Assert.Contains("#line 3 \"Test0.cs\"", Assert.Single(SuiteKit.Suites(run)).SourceText.ToString());
    }

    [Fact]
    public void No_compilation_is_kept_alive() => SuiteKit.Whole.AssertKeepsNoCompilation(Suite, AcmeSource.Driver);

    static void AssertReached(GeneratorRun run)
    {
        Assert.Equal(
            [IncrementalStepRunReason.Modified], run.AssertCompiles().Reasons(SuiteGenerator.TrackingNames.Wired));
        Assert.Contains(
            "[\"AUD-01\", \"GEN-01\", \"RLC-02\"],", Assert.Single(SuiteKit.Suites(run)).SourceText.ToString());
    }
}
