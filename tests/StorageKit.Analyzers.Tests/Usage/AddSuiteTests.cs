using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;
using Microsoft.Extensions.Logging;
using StorageKit.CodeFixes.Usage;
using StorageKit.Conformance;
using StorageKit.Conformance.Xunit;

namespace StorageKit.Analyzers.Tests.Usage;

public sealed class AddSuiteTests
{
    const string Bare = """
        using StorageKit;
        namespace Acme;
        [StorageDriver("acme")]
        public sealed class AcmeSink : IAuditSink
        {
            public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
                throw new StorageException(StorageErrorKind.Backend, "down", isTransient: true);
        }
        """;

    const string Configured = """
        using StorageKit;
        namespace Acme;
        [StorageOptions]
        public sealed record AcmeOptions
        {
            public required string Url { get; init; }
            [Secret] public required string Password { get; init; }
            public required int Port { get; init; }
            public bool Tls { get; init; }
        }
        [StorageResource] public sealed class AcmeServer(AcmeOptions options) { public string Url => options.Url; }
        [StorageDriver("acme-2")]
        public sealed class AcmeSink(AcmeServer server) : IAuditSink
        {
            public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
                throw new StorageException(StorageErrorKind.Backend, server.Url, isTransient: true);
        }
        """;

    static readonly Assembly[] Kit = [typeof(IAuditSink).Assembly, typeof(Registry).Assembly, typeof(ILogger).Assembly];

    static readonly Assembly[] Suites =
        [.. Kit, typeof(Clause).Assembly, typeof(ClauseFactAttribute).Assembly, typeof(FactAttribute).Assembly];

    [Fact]
    public async Task A_driver_without_a_section_is_given_two_lines() => Assert.Equal(
        """
        using StorageKit.Conformance;

        namespace Acme.Tests;

        /// <summary>The driver "acme" against every clause of its contracts.</summary>
        [ConformanceSuite("acme")]
        public sealed partial class AcmeConformance : ConformanceSuite;

        """,
        await ApplyAsync(Open(Bare)));

    [Fact]
    public async Task Required_options_are_left_to_be_filled_in() => Assert.Equal(
        """"
        using StorageKit.Conformance;

        namespace Acme.Tests;

        /// <summary>The driver "acme-2" against every clause of its contracts.</summary>
        [ConformanceSuite("acme-2")]
        public sealed partial class Acme2Conformance : ConformanceSuite
        {
            /// <summary>What stands under [storage.acme-2]. Every run of the suite gets its own:
            /// start the backend here, or give it a folder of its own.</summary>
            protected override ValueTask<DriverHarness> StartAsync(SuiteScope scope) =>
                new(new DriverHarness(
                    """
                    password = "${ACME_2_PASSWORD}"
                    port = 0
                    url = ""
                    """));
        }

        """",
        await ApplyAsync(Open(Configured)));

    [Fact]
    public async Task A_driver_that_has_a_suite_is_offered_none() => Assert.Empty(await ActionsAsync(Open(
        Bare, "[StorageKit.Conformance.ConformanceSuite(\"acme\")] public abstract class Mine : "
            + "StorageKit.Conformance.ConformanceSuite;")));

    [Fact]
    public async Task A_suite_of_another_driver_does_not_count() => Assert.Single(await ActionsAsync(Open(
        Bare, "[StorageKit.Conformance.ConformanceSuite(\"other\")] public abstract class Mine : "
            + "StorageKit.Conformance.ConformanceSuite;")));

    [Fact]
    public async Task A_project_without_the_suites_package_is_offered_none() =>
        Assert.Empty(await ActionsAsync(Open(Bare, references: Kit)));

    [Theory]
    [InlineData("class AcmeOptions")]
    [InlineData("=> options.Url")]
    [InlineData("throw new")]
    public async Task Nothing_is_offered_elsewhere(string place) =>
        Assert.Empty(await ActionsAsync(Open(Configured.Replace("record", "class", StringComparison.Ordinal)), place));

    static async Task<string> ApplyAsync(Document document)
    {
        var action = Assert.Single(await ActionsAsync(document));
        Assert.Equal("Add a conformance suite to 'Acme.Tests'", action.Title);
        var applied = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(default)));
        var project = applied.ChangedSolution.Projects.Single(project => project.Name == "Acme.Tests");
        // All that is missing is the half that the generator writes.
        var missing = (await project.GetCompilationAsync())!.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal("CS0534", Assert.Single(missing).Id);
        return (await project.Documents.Last().GetTextAsync()).ToString();
    }

    static async Task<List<CodeAction>> ActionsAsync(Document document, string place = "class AcmeSink")
    {
        var text = (await document.GetTextAsync()).ToString();
        var span = new TextSpan(text.IndexOf(place, StringComparison.Ordinal) + place.Length - 1, 0);
        var actions = new List<CodeAction>();
        await new AddSuite().ComputeRefactoringsAsync(new(document, span, actions.Add, default));
        return actions;
    }

    /// <summary>The driver's project, and one of tests that references it.</summary>
    static Document Open(string driver, string tests = "", Assembly[]? references = null)
    {
        var home = Project(new AdhocWorkspace().CurrentSolution, "Acme", Kit, driver);
        var suites = Project(home.Solution, "Acme.Tests", references ?? Suites, tests);
        return suites.AddProjectReference(new(home.Id)).Solution.GetProject(home.Id)!.Documents.Last();
    }

    static Project Project(Solution solution, string name, Assembly[] references, string source) => solution
        .AddProject(name, name, LanguageNames.CSharp)
        .WithMetadataReferences(TestCompilation.RuntimeAnd(references))
        .WithCompilationOptions(TestCompilation.Options)
        .WithParseOptions(TestCompilation.ParseOptions)
        .AddDocument("Usings.cs", SourceText.From(TestCompilation.ImplicitUsings)).Project
        .AddDocument("Test.cs", SourceText.From(source)).Project;
}
