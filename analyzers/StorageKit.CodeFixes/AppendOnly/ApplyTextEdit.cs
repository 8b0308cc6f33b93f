using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using StorageKit.Analyzers;

namespace StorageKit.CodeFixes.AppendOnly;

/// <summary>
/// SK1002, SK1006, SK2014: applies the change that the rule worked out, such as <c>DO UPDATE SET …</c> to
/// <c>DO NOTHING</c>, <c>FileMode.Create</c> to <c>FileMode.Append</c>, or <c>n = @n</c> to <c>n = n + @n</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class ApplyTextEdit : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [DiagnosticIds.UpsertOverwritesRow, DiagnosticIds.FileIsRewritten, DiagnosticIds.UpsertOverwritesTotal];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
            if (TextEdit.Read(diagnostic.Properties) is { } change)
                context.RegisterCodeFix(
                    CodeAction.Create(
                        Title(diagnostic),
                        async cancellationToken =>
                        {
                            var text = await context.Document.GetTextAsync(cancellationToken).ConfigureAwait(false);
                            return context.Document.WithText(text.WithChanges(change));
                        },
                        Title(diagnostic)),
                    diagnostic);
        return Task.CompletedTask;
    }

    static string Title(Diagnostic diagnostic) =>
        diagnostic.Id == DiagnosticIds.UpsertOverwritesTotal ? "Add to what is stored" : "Keep what is stored";
}
