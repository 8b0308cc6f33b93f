using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Microsoft.Extensions.Logging;
using StorageKit.Analyzers.Stores;
using StorageKit.Analyzers.Usage;
using StorageKit.CodeFixes.Usage;

namespace StorageKit.Analyzers.Tests.Usage;

public sealed class ImplementContractTests
{
    [Fact]
    public async Task A_contract_is_chosen_from_a_menu()
    {
        var actions = await ActionsAsync(Open("using StorageKit;\n[StorageDriver(\"acme\")] public sealed class Acme;\n"));

        var menu = Assert.Single(actions);
        Assert.Equal("Implement a contract", menu.Title);
        Assert.Equal(
            [
                "Implement 'IPolicyStore'", "Implement 'IAuditSink'", "Implement 'ISessionStore'",
                "Implement 'ICredentialStore'", "Implement 'IRateLimitCounter'", "Implement 'ILifecycleStore'",
                "Implement 'IObjectStore'",
            ],
            menu.NestedActions.Select(action => action.Title));
    }

    [Fact]
    public async Task A_class_without_a_body_is_given_one() => Assert.Equal(
        """
        using StorageKit;

        /// <summary>Counts.</summary>
        [StorageDriver("acme")]
        public sealed class AcmeCounter(TimeProvider time) : IRateLimitCounter
        {
            /// <inheritdoc/>
            public ValueTask<ulong> IncrementAsync(string key, ulong amount, TimeSpan window, CancellationToken cancellationToken = default) =>
                throw new StorageException(StorageErrorKind.Backend, "IncrementAsync is not written yet", isTransient: false);

            /// <inheritdoc/>
            public ValueTask<ulong> CurrentAsync(string key, CancellationToken cancellationToken = default) =>
                throw new StorageException(StorageErrorKind.Backend, "CurrentAsync is not written yet", isTransient: false);

            /// <inheritdoc/>
            public ValueTask ResetAsync(string key, CancellationToken cancellationToken = default) =>
                throw new StorageException(StorageErrorKind.Backend, "ResetAsync is not written yet", isTransient: false);
        }
        """,
        await ApplyAsync(
            """
            using StorageKit;

            /// <summary>Counts.</summary>
            [StorageDriver("acme")]
            public sealed class AcmeCounter(TimeProvider time);
            """,
            "Implement 'IRateLimitCounter'"));

    [Fact]
    public async Task Members_go_behind_those_that_are_there() => Assert.Equal(
        """
        namespace Acme
        {
            [StorageKit.StorageDriver("acme")]
            public sealed class AcmeSink : System.IDisposable, StorageKit.IAuditSink
            {
                public void Dispose() { } // nothing to do

                /// <inheritdoc/>
                public ValueTask EmitAsync(StorageKit.AuditEntry entry, CancellationToken cancellationToken = default) =>
                    throw new StorageKit.StorageException(StorageKit.StorageErrorKind.Backend, "EmitAsync is not written yet", isTransient: false);
            }
        }
        """,
        await ApplyAsync(
            """
            namespace Acme
            {
                [StorageKit.StorageDriver("acme")]
                public sealed class AcmeSink : System.IDisposable
                {
                    public void Dispose() { } // nothing to do
                }
            }
            """,
            "Implement 'IAuditSink'"));

    [Fact]
    public async Task What_a_class_claims_is_completed()
    {
        var changed = await ApplyAsync(
            """
            using StorageKit;
            [StorageDriver("acme")]
            public sealed class Sessions : ISessionStore
            {
                public ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default) => default;
            }
            """,
            "Implement 'ISessionStore'");

        Assert.Contains("ValueTask<SessionRecord?> LoadAsync(SessionId session,", changed, StringComparison.Ordinal);
        Assert.Contains("ValueTask DeleteAsync(SessionId session,", changed, StringComparison.Ordinal);
        Assert.Equal(2, changed.Split("is not written yet").Length - 1);
    }

    [Fact]
    public async Task A_contract_of_the_authors_own_is_completed()
    {
        var changed = await ApplyAsync(
            """
            using StorageKit;
            [StorageContract("shelf")] public interface IShelf { Task<int> CountAsync(string name = "all", int limit = 3); }
            [StorageDriver("acme")] public sealed class Shelf : IShelf;
            """,
            "Implement 'IShelf'");

        Assert.Contains(
            "public Task<int> CountAsync(string name = \"all\", int limit = 3) =>", changed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("IPolicyStore")]
    [InlineData("IAuditSink")]
    [InlineData("ISessionStore")]
    [InlineData("ICredentialStore")]
    [InlineData("IRateLimitCounter")]
    [InlineData("ILifecycleStore")]
    [InlineData("IObjectStore")]
    public async Task The_scaffold_of_each_contract_compiles_and_breaks_no_rule(string contract)
    {
        var changed = await ApplyAsync(
            "using StorageKit;\n[StorageDriver(\"acme\")]\npublic sealed class Acme\n{\n}\n", $"Implement '{contract}'");

        var project = Open(changed).Project;
        var found = await Rules.WithAnalyzersAsync(project);
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("[StorageDriver(\"acme\")] public abstract class Acme;")]
    [InlineData("[StorageDriver(\"acme\")] public sealed class Acme<T>;")]
    [InlineData("public sealed class Acme : IDisposable;")]
    [InlineData("public interface IShelf { T Get<T>(); } public sealed class Acme : IShelf;")]
    [InlineData("[StorageContract(\"shelf\")] public interface IShelf { int Count { get; } } public sealed class A : IShelf;")]
    [InlineData("[StorageContract(\"shelf\")] public interface IShelf { T Get<T>(); } public sealed class A : IShelf;")]
    public async Task Nothing_is_offered_for(string source) =>
        Assert.Empty(await ActionsAsync(Open("using StorageKit;\n" + source)));

    static async Task<string> ApplyAsync(string source, string title)
    {
        var document = Open(source);
        var actions = await ActionsAsync(document);
        var action = actions.SelectMany(offered => offered.NestedActions.Prepend(offered))
            .First(offered => offered.Title == title);
        var applied = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(default)));
        var changed = applied.ChangedSolution.GetDocument(document.Id)!;
        TestCompilation.AssertNoDiagnostics((await changed.Project.GetCompilationAsync())!);
        return (await changed.GetTextAsync()).ToString();
    }

    static async Task<List<CodeAction>> ActionsAsync(Document document)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        var found = (await Rules.WithAnalyzersAsync(document.Project))
            .Concat(compilation.GetDiagnostics())
            .Where(diagnostic => new ImplementContract().FixableDiagnosticIds.Contains(diagnostic.Id));
        var actions = new List<CodeAction>();
        foreach (var diagnostic in found)
            await new ImplementContract().RegisterCodeFixesAsync(
                new(document, diagnostic, (action, _) => actions.Add(action), default));
        return actions;
    }

    static Document Open(string source) => new AdhocWorkspace()
        .AddProject("TestProject", LanguageNames.CSharp)
        .WithMetadataReferences(TestCompilation.RuntimeAnd(Rules.Kit))
        .WithCompilationOptions(TestCompilation.Options)
        .WithParseOptions(TestCompilation.ParseOptions)
        .AddDocument("Usings.cs", SourceText.From(TestCompilation.ImplicitUsings)).Project
        .AddDocument("Test.cs", SourceText.From(source));

    static class Rules
    {
        public static System.Reflection.Assembly[] Kit { get; } =
            [typeof(IAuditSink).Assembly, typeof(Registry).Assembly, typeof(ILogger).Assembly];

        public static async Task<IReadOnlyList<Diagnostic>> WithAnalyzersAsync(Project project) =>
            await (await project.GetCompilationAsync())!
                .WithAnalyzers([new DriverMustBeRegistrable(), new StoreAnalyzer()])
                .GetAnalyzerDiagnosticsAsync();
    }
}
