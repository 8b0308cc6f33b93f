using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace StorageKit.Testing.Roslyn;

/// <summary>
/// Applies a fix, one at a time and all at once; both must give the expected source, and it must compile.
/// </summary>
sealed class CodeFixHarness(AnalyzerHarness analyzer, CodeFixProvider fix)
{
    /// <summary>
    /// Asserts that the diagnostics are as marked and that fixing them gives <paramref name="fixedSource"/>.
    /// </summary>
    public async Task VerifyAsync(string markedSource, string fixedSource)
    {
        await analyzer.VerifyAsync(markedSource);
        var source = MarkedSource.Parse(markedSource, analyzer.DefaultId).Text;
        foreach (var result in new[] { await FixOneByOneAsync(Open(source)), await FixAllAsync(Open(source)) })
        {
            Assert.Equal(fixedSource, (await result.GetTextAsync()).ToString());
            TestCompilation.AssertNoDiagnostics((await result.Project.GetCompilationAsync())!);
        }
    }

    /// <summary>Asserts that the diagnostics are as marked and that no fix is offered for them.</summary>
    public async Task VerifyNoFixAsync(string markedSource)
    {
        await analyzer.VerifyAsync(markedSource);
        var document = Open(MarkedSource.Parse(markedSource, analyzer.DefaultId).Text);
        foreach (var diagnostic in await FindAsync(document))
            Assert.Empty(await ActionsAsync(document, diagnostic));
    }

    async Task<Document> FixOneByOneAsync(Document document)
    {
        while (await FirstFixableAsync(document) is { } action)
            document = await ApplyAsync(document, action);
        return document;
    }

    async Task<Document> FixAllAsync(Document document)
    {
        if (await FirstFixableAsync(document) is not { } first)
            return document;
        var context = new FixAllContext(
            document, fix, FixAllScope.Document, first.EquivalenceKey, fix.FixableDiagnosticIds,
            new Diagnostics(FindAsync), CancellationToken.None);
        var action = await fix.GetFixAllProvider()!.GetFixAsync(context);
        return await ApplyAsync(document, Assert.IsAssignableFrom<CodeAction>(action));
    }

    async Task<CodeAction?> FirstFixableAsync(Document document)
    {
        foreach (var diagnostic in await FindAsync(document))
            if ((await ActionsAsync(document, diagnostic)).FirstOrDefault() is { } action)
                return action;
        return null;
    }

    async Task<List<CodeAction>> ActionsAsync(Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new(document, diagnostic, (action, _) => actions.Add(action), default));
        return actions;
    }

    async Task<ImmutableArray<Diagnostic>> FindAsync(Document document)
    {
        var tree = await document.GetSyntaxTreeAsync();
        var found = await analyzer.GetDiagnosticsAsync((await document.Project.GetCompilationAsync())!);
        return [.. found.Where(diagnostic => diagnostic.Location.SourceTree == tree)];
    }

    static async Task<Document> ApplyAsync(Document document, CodeAction action)
    {
        var operation = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(default)));
        return operation.ChangedSolution.GetDocument(document.Id)!;
    }

    Document Open(string source)
    {
        var project = new AdhocWorkspace()
            .AddProject("TestProject", LanguageNames.CSharp)
            .WithMetadataReferences(TestCompilation.RuntimeAnd(analyzer.Assemblies))
            .WithCompilationOptions(TestCompilation.Options)
            .WithParseOptions(TestCompilation.ParseOptions);
        foreach (var (stub, index) in analyzer.Stubs.Prepend(TestCompilation.ImplicitUsings).Select((s, i) => (s, i)))
            project = project.AddDocument($"Stub{index}.cs", SourceText.From(stub)).Project;
        return project.AddDocument("Test.cs", SourceText.From(source));
    }

    sealed class Diagnostics(Func<Document, Task<ImmutableArray<Diagnostic>>> find) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document, CancellationToken cancellationToken) =>
            await find(document);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(
            Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(
            Project project, CancellationToken cancellationToken) =>
            (await Task.WhenAll(project.Documents.Select(find))).SelectMany(found => found);
    }
}
