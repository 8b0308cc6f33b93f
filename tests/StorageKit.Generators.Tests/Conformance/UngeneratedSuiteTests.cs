using Microsoft.CodeAnalysis;

namespace StorageKit.Generators.Tests.Conformance;

/// <summary>A suite without tests never looks green: the project does not compile.</summary>
public sealed class UngeneratedSuiteTests
{
    const string Using = "using StorageKit.Conformance;\n";
    const string Suite = "[ConformanceSuite(\"acme\")] public sealed partial class AcmeConformance : ConformanceSuite";

    [Fact]
    public void Without_the_generator_the_project_does_not_compile()
    {
        var error = Assert.Single(Problems(SuiteKit.Whole.WithoutGenerators(Using + Suite + ";")));

        Assert.Equal("CS0534", error.Id);
        Assert.Contains("'ConformanceSuite.Manifest.get'", error.GetMessage());
    }

    [Theory]
    [InlineData("[ConformanceSuite(\"acme\")] public sealed class S : ConformanceSuite;", "CS0534")]
    [InlineData("[ConformanceSuite(\"acme\")] sealed partial class S : ConformanceSuite;", "CS0534")]
    [InlineData("[ConformanceSuite(\"acme\")] public sealed partial class S<T> : ConformanceSuite;", "CS0534")]
    [InlineData(
        "public partial class Outer { [ConformanceSuite(\"acme\")] public sealed partial class S : "
        + "ConformanceSuite; }", "CS0534")]
    [InlineData("[ConformanceSuite(null!)] public sealed partial class S : ConformanceSuite;", "CS0534")]
    [InlineData("[ConformanceSuite] public sealed partial class S : ConformanceSuite;", "CS7036", "CS0534")]
    public void Nothing_is_generated_for(string source, params string[] errors)
    {
        var run = SuiteKit.Run(Using + source, AcmeSource.Driver);

        Assert.Empty(SuiteKit.Suites(run));
        Assert.Empty(run.Diagnostics);
        Assert.Equal(errors.Order(), Problems(run.Output).Select(diagnostic => diagnostic.Id).Order());
    }

    [Theory]
    [InlineData("[ConformanceSuite(\"acme\")] public abstract partial class S : ConformanceSuite;")]
    [InlineData("[ConformanceSuite(\"acme\")] public static partial class S;")]
    [InlineData("[ConformanceSuite(\"acme\")] public sealed partial class S;")]
    public void What_compiles_without_tests_is_left_to_SK0010(string source) =>
        Assert.Empty(SuiteKit.Suites(SuiteKit.Run(Using + source, AcmeSource.Driver).AssertCompiles()));

    // The compiler shows no rule's message while it has errors of its own; so the suite compiles, and SK0010 or the
    // driver's rule ends the build. Who silences them has one test left, and that fails: its manifest throws.
    [Theory]
    [InlineData("acem")]
    [InlineData("ACME")]
    [InlineData("broken")]
    public void A_suite_of_a_driver_that_cannot_be_registered_compiles_and_can_only_fail(string driver)
    {
        var broken = AcmeSource.Sink("broken", "Broken").Replace("class Sink", "class Sink(Uri uri)").Replace(
            "=> default;", "{ _ = uri; return default; }");

        var run = SuiteKit.Run(Using + Suite.Replace("acme", driver) + ";", AcmeSource.Driver, broken).AssertSound();

        var suite = run.Output.GetTypeByMetadataName("AcmeConformance")!;
        var facts = suite.GetMembers()
            .Where(member => member.GetAttributes().Any(
                each => each.AttributeClass!.Name.EndsWith("FactAttribute", StringComparison.Ordinal)));
        Assert.Equal("Every_clause_is_accounted_for", Assert.Single(facts).Name);
        Assert.Contains(
            $"throw new global::System.InvalidOperationException(\"There is no driver \\\"{driver}\\\"",
            Assert.Single(SuiteKit.Suites(run)).SourceText.ToString());
    }

    static IEnumerable<Diagnostic> Problems(Compilation project) =>
        project.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
}
