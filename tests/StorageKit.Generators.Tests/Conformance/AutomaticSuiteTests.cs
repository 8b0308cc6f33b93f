using Microsoft.CodeAnalysis;

namespace StorageKit.Generators.Tests.Conformance;

/// <summary>Suites that nobody wrote.</summary>
public sealed class AutomaticSuiteTests
{
    const string Wanted = "Tests|Acme";
    const string ByHand = "using StorageKit.Conformance; [ConformanceSuite(\"acme\")] public sealed partial class "
        + "ByHand : ConformanceSuite;";

    static readonly string s_local = Local(AcmeSource.Sink("acme"));
    static readonly string s_own = s_local.Replace("namespace Acme", "namespace Own");

    [Fact]
    public void A_driver_that_keeps_all_in_its_process_gets_a_suite_without_a_line_of_code()
    {
        var run = Run(Wanted, [s_local]).AssertSound();

        var suite = Assert.Single(SuiteKit.Suites(run));
        Assert.Equal("Acme.AcmeConformance.Suite.g.cs", suite.HintName);
        var type = run.Output.GetTypeByMetadataName("Acme.AcmeConformance")!;
        Assert.Equal((Accessibility.Public, true), (type.DeclaredAccessibility, type.IsSealed));
        Assert.Equal("ConformanceSuite", type.BaseType!.Name);
        Assert.Equal(4, type.GetMembers().Count(member => member.GetAttributes().Any(a =>
            a.AttributeClass!.Name is "ClauseFactAttribute" or "FactAttribute")));
        Assert.DoesNotContain("#line", suite.SourceText.ToString());
    }

    [Fact]
    public void So_does_one_of_a_project_that_is_referenced_directly() =>
        Assert.Equal(["Acme.AcmeConformance.Suite.g.cs"], Names(Run(Wanted, [], Reference("Acme", s_local))));

    [Fact]
    public void One_of_a_package_or_of_a_project_behind_another_gets_none() =>
        Assert.Empty(Names(Run(Wanted, [], Reference("Acme.Other", s_local))));

    [Fact]
    public void One_with_a_suite_by_hand_gets_no_second_one() =>
        Assert.Equal(["ByHand.Suite.g.cs"], Names(Run(Wanted, [ByHand, s_local])));

    [Fact]
    public void One_in_the_project_and_in_a_reference_gets_one() =>
        Assert.Single(Names(Run(Wanted, [s_own], Reference("Acme", s_local))));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_project_that_does_not_want_any_has_none(string? assemblies) =>
        Assert.Empty(Names(Run(assemblies, [s_own], Reference("Acme", s_local))));

    [Fact]
    public void A_driver_that_may_have_a_backend_gets_none()
    {
        var durable = AcmeSource.Sink("acme");
        var halfDurable = s_local.Replace("class Sink", "class First") + "\n[StorageDriver(\"acme\")] public sealed class "
            + "Second : IRateLimitCounter { " + AcmeSource.CounterBody + " }";
        var needsItsSection = "[StorageOptions] public sealed record Options { public required string Url { get; init; } }";
        var withRequired = s_local.Replace("class Sink", "class Sink(Options options)")
            .Replace(AcmeSource.SinkBody, AcmeSource.SinkBody + "public string Url => options.Url;") + needsItsSection;

        foreach (var source in new[] { durable, halfDurable, withRequired })
        {
            Assert.Empty(Names(Run(Wanted, [source])));
            Assert.Empty(Names(Run(Wanted, [], Reference("Acme", source))));
        }
    }

    [Fact]
    public void An_edit_elsewhere_reaches_no_suite()
    {
        var reference = Reference("Acme", s_local);
        var before = SuiteKit.Project(["class Elsewhere { public int Number => 1; }"], reference);
        var after = SuiteKit.Project(["class Elsewhere { public int Number => 2; } class More;"], reference);

        var run = SuiteKit.RunEdit(before, after, Wanted);

        Assert.Single(SuiteKit.Suites(run.AssertCompiles().AssertModelsHoldNoSymbols()));
        Assert.Equal([IncrementalStepRunReason.Unchanged], run.Reasons(SuiteGenerator.TrackingNames.References));
        Assert.Equal([IncrementalStepRunReason.Cached], run.Reasons(SuiteGenerator.TrackingNames.Automatic));
    }

    static string Local(string source) => source.Replace("(\"acme\")", "(\"acme\", ProcessLocal = true)");

    static MetadataReference Reference(string assembly, string source) =>
        Kit.AsReference(Kit.Build(assembly, source));

    static GeneratorRun Run(string? assemblies, string[] sources, params IEnumerable<MetadataReference> references)
    {
        var project = SuiteKit.Project(sources, references);
        return SuiteKit.RunEdit(project, project.Clone(), assemblies);
    }

    static IEnumerable<string> Names(GeneratorRun run) =>
        SuiteKit.Suites(run.AssertCompiles()).Select(suite => suite.HintName);
}
