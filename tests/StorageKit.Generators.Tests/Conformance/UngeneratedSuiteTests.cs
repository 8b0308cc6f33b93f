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
    [InlineData("[ConformanceSuite(\"acem\")] public sealed partial class S : ConformanceSuite;", "CS0534")]
    [InlineData("[ConformanceSuite(\"ACME\")] public sealed partial class S : ConformanceSuite;", "CS0534")]
    [InlineData("[ConformanceSuite(\"acme\")] public sealed class S : ConformanceSuite;", "CS0534")]
    [InlineData("[ConformanceSuite(\"acme\")] sealed partial class S : ConformanceSuite;", "CS0534")]
    [InlineData("[ConformanceSuite(\"acme\")] public sealed partial class S<T> : ConformanceSuite;", "CS0534")]
    [InlineData("public partial class Outer { [ConformanceSuite(\"acme\")] public sealed partial class S : ConformanceSuite; }", "CS0534")]
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

    [Fact]
    public void A_driver_that_is_broken_itself_gets_no_suite()
    {
        var broken = AcmeSource.Sink("acme").Replace("class Sink", "class Sink(Uri uri)").Replace("=> default;", "{ _ = uri; return default; }");

        Assert.Empty(SuiteKit.Suites(SuiteKit.Run(Using + Suite + ";", broken)));
    }

    static IEnumerable<Diagnostic> Problems(Compilation project) =>
        project.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
}
