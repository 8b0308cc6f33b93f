using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StorageKit.Generators.Tests.Conformance;

public sealed class SuiteGeneratorTests
{
    const string Using = "using StorageKit.Conformance;\n";
    const string Suite = Using + "namespace Tests;\n\n[ConformanceSuite(\"acme\")]\npublic sealed partial "
        + "class AcmeConformance : ConformanceSuite;";

    [Fact]
    public void A_suite_is_written_as_here() =>
        Snapshot.Match(SuiteKit.Run(Suite, AcmeSource.Sink("acme")).AssertSound());

    [Fact]
    public void Against_the_whole_kit_a_suite_compiles_without_a_warning_and_has_a_test_for_each_clause()
    {
        var run = SuiteKit.Whole.Run(Suite, AcmeSource.Driver).AssertSound();

        var suite = run.Output.GetTypeByMetadataName("Tests.AcmeConformance")!;
        var traits = suite.GetMembers().SelectMany(member => member.GetAttributes())
            .Where(
                attribute => attribute.AttributeClass!.Name == "TraitAttribute"
                    && (string)attribute.ConstructorArguments[0].Value! == "clause")
            .Select(attribute => (string)attribute.ConstructorArguments[1].Value!);
        Assert.Equal(
            StorageKit.Conformance.ClauseCatalog.All.Select(clause => clause.Id).Order(StringComparer.Ordinal),
            traits.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Latest)]
    public void A_suite_compiles_with_documentation_and_all_warnings_as_errors(LanguageVersion version)
    {
        var parsing = new CSharpParseOptions(version, DocumentationMode.Diagnose);
        var documented = Suite.Replace("[Conf", "/// <summary>Documented.</summary>\n[Conf");
        var project = SuiteKit.Project([], Kit.AsReference(Kit.Build("Acme", AcmeSource.Driver)));
        project = project.RemoveAllSyntaxTrees().AddSyntaxTrees(CSharpSyntaxTree.ParseText(documented, parsing))
            .WithOptions(
                TestCompilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Error).WithWarningLevel(9999));

        CSharpGeneratorDriver.Create(Kit.All().Select(each => each.AsSourceGenerator()), parseOptions: parsing)
            .RunGeneratorsAndUpdateCompilation(project, out var built, out _);

        Assert.Equal(2, built.SyntaxTrees.Count());
        TestCompilation.AssertNoDiagnostics(built, DiagnosticSeverity.Warning);
    }

    [Fact]
    public void A_clause_that_is_not_applicable_is_a_skipped_test_with_the_reason_and_never_left_out()
    {
        var suite = Text(SuiteKit.Run(Suite, AcmeSource.Sink("acme")).AssertCompiles());

        Assert.Contains("Skip = \"not applicable: the driver has no IRateLimitCounter\"", suite);
        Assert.Contains("Task RLC02_TotalsAddUp() => RunAsync(\"RLC-02\");", suite);
        Assert.Contains("[\"AUD-01\", \"GEN-01\"],", suite);
        Assert.Contains("[\"RLC-02\"]);", suite);
    }

    [Fact]
    public void The_driver_may_stand_in_a_referenced_assembly()
    {
        var suite = Text(
            SuiteKit.Run(SuiteKit.Project([Suite], Kit.AsReference(Kit.Build("Acme", AcmeSource.Driver))))
                .AssertSound());

        Assert.Contains("\"acme\", global::Acme.Storage.AcmeDriver.Register,", suite);
        Assert.Contains("[\"GEN-01\", \"RLC-02\"],", suite);
    }

    [Fact]
    public void Of_two_drivers_with_one_name_the_project_s_own_is_tested()
    {
        var other = Kit.AsReference(Kit.Build("Other", AcmeSource.Sink("acme", "Other")));

        Assert.Contains(
            "global::Acme.Storage.AcmeDriver.Register",
            Text(SuiteKit.Run(SuiteKit.Project([Suite, AcmeSource.Driver], other))));
    }

    [Theory]
    [InlineData(
        "[ConformanceSuite(\"acme\")] public partial class AcmeConformance : ConformanceSuite;",
        "AcmeConformance.Suite.g.cs")]
    [InlineData(
        "[ConformanceSuite(\"acme\")] public sealed partial class @class : ConformanceSuite;", "class.Suite.g.cs")]
    [InlineData(
        "[ConformanceSuite(\"acme\")] public sealed partial class @record : ConformanceSuite;", "record.Suite.g.cs")]
    [InlineData(
        "namespace A.@new { [ConformanceSuite(\"acme\")] public sealed partial class S : ConformanceSuite; }",
        "A.new.S.Suite.g.cs")]
    [InlineData(
        "[ConformanceSuite(\"acme\")] public sealed partial class S; public partial class S : ConformanceSuite;",
        "S.Suite.g.cs")]
    [InlineData(
        "public abstract class Base : ConformanceSuite; [ConformanceSuite(\"acme\")] public sealed partial class S : "
        + "Base;", "S.Suite.g.cs")]
    [InlineData(
        "[ConformanceSuite(\"acme\")] public sealed partial class S : ConformanceSuite { protected "
        + "override ValueTask<DriverHarness> StartAsync(SuiteScope scope) => new(new DriverHarness()); }",
        "S.Suite.g.cs")]
    public void A_suite_may_be(string source, string hintName)
    {
        var run = SuiteKit.Run(Using + source, AcmeSource.Driver).AssertSound();

        Assert.Equal(hintName, Assert.Single(SuiteKit.Suites(run)).HintName);
    }

    [Fact]
    public void A_driver_may_have_several_suites()
    {
        var run = SuiteKit.Run(
            Suite, Suite.Replace("namespace Tests", "namespace More"), Suite.Replace("AcmeConf", "OtherConf"),
            AcmeSource.Driver);

        Assert.Equal(
            ["More.AcmeConformance.Suite.g.cs",
                "Tests.AcmeConformance.Suite.g.cs", "Tests.OtherConformance.Suite.g.cs"],
            SuiteKit.Suites(run.AssertSound()).Select(source => source.HintName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Suites_whose_names_differ_in_case_only_stand_in_two_files()
    {
        var run = SuiteKit.Run(Suite, Suite.Replace("AcmeConf", "ACMEConf"), AcmeSource.Driver).AssertSound();

        Assert.Equal(
            ["1.Tests.ACMEConformance.Suite.g.cs", "2.Tests.AcmeConformance.Suite.g.cs"],
            SuiteKit.Suites(run).Select(source => source.HintName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_class_cannot_derive_from_a_suite()
    {
        var run = SuiteKit.Run(
            Suite.Replace("sealed ", "") + "\npublic class Again : AcmeConformance;", AcmeSource.Driver);

        Assert.Equal(
            ["CS0509"],
            run.Output.GetDiagnostics().Where(each => each.Severity == DiagnosticSeverity.Error)
                .Select(each => each.Id));
    }

    [Theory]
    [InlineData("Test0.cs")]
    [InlineData(@"C:\new\tests\AcmeConformance.cs")]
    public void A_test_s_first_line_is_the_author_s_attribute(string path)
    {
        var project = SuiteKit.Project([Suite, AcmeSource.Driver]);
        var tree = project.SyntaxTrees.Single(each => each.FilePath == "Test0.cs");
        var run = SuiteKit.Run(project.ReplaceSyntaxTree(tree, tree.WithFilePath(path)));

        var test = run.Output.GetTypeByMetadataName("Tests.AcmeConformance")!.GetMembers("GEN01_IsFound").Single();
        var line = test.Locations.Single().GetMappedLineSpan();
        Assert.Equal((path, 3), (line.Path, line.StartLinePosition.Line));
        var last = run.Output.GetTypeByMetadataName(
            "Tests.AcmeConformance")!.GetMembers("Every_clause_is_accounted_for").Single();
        Assert.EndsWith(".g.cs", last.Locations.Single().GetMappedLineSpan().Path);
    }

    static string Text(GeneratorRun run) => Assert.Single(SuiteKit.Suites(run)).SourceText.ToString();
}
