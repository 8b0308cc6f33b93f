using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StorageKit.Roslyn;

namespace StorageKit.CodeFixes.Usage;

/// <summary>
/// On a class with <c>[StorageDriver]</c>: adds the driver's conformance suite, to each project that could have it and
/// does not: one that references the suites' package and the driver. No rule asks for a suite, because a driver's own
/// project cannot know who tests it.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(AddSuite)), Shared]
internal sealed class AddSuite : CodeRefactoringProvider
{
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || declaration.OpenBraceToken.Span.Length > 0 && context.Span.Start > declaration.OpenBraceToken.SpanStart
            || model?.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } store
            || store.Find("StorageDriver") is not { } attribute
            || attribute.ConstructorArguments is not [{ Value: string driver }] || !DriverName.IsValid(driver))
            return;
        var suite = new SuiteScaffold(driver, store, model.Compilation, context.CancellationToken);
        foreach (var project in Around(context.Document.Project))
            if (await CanHaveAsync(project, driver, context.CancellationToken).ConfigureAwait(false))
                context.RegisterRefactoring(CodeAction.Create(
                    $"Add a conformance suite to '{project.Name}'",
                    _ => Task.FromResult(Add(suite, project)),
                    nameof(AddSuite) + project.Name));
    }

    static Solution Add(SuiteScaffold suite, Project project) => project
        .AddDocument(suite.FileName, suite.TextFor(project.DefaultNamespace ?? project.AssemblyName))
        .Project.Solution;

    /// <summary>The driver's project, and those that reference it.</summary>
    static IEnumerable<Project> Around(Project home) => home.Solution.Projects
        .Where(project => project.Id == home.Id
            || project.ProjectReferences.Any(reference => reference.ProjectId == home.Id))
        .OrderBy(project => project.Name, StringComparer.Ordinal);

    static async Task<bool> CanHaveAsync(Project project, string driver, CancellationToken cancellationToken)
    {
        var compilation = await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        return compilation?.GetTypeByMetadataName("StorageKit.Conformance.ConformanceSuiteAttribute") is not null
            && !Suites(compilation.SourceModule.GlobalNamespace).Contains(driver);
    }

    /// <summary>The drivers of the suites that are there.</summary>
    static IEnumerable<string> Suites(INamespaceSymbol space)
    {
        foreach (var member in space.GetMembers())
            if (member is INamespaceSymbol inner)
                foreach (var driver in Suites(inner)) yield return driver;
            else if (member.Find("StorageKit.Conformance", "ConformanceSuiteAttribute")?.ConstructorArguments
                is [{ Value: string driver }])
                yield return driver;
    }
}
