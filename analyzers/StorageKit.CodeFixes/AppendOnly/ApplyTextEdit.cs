using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using StorageKit.Analyzers;

namespace StorageKit.CodeFixes.AppendOnly;

/// <summary>
/// SK1002, SK1006: applies the change that the rule worked out, such as <c>DO UPDATE SET …</c> to <c>DO NOTHING</c> or
/// <c>FileMode.Create</c> to <c>FileMode.Append</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class ApplyTextEdit : CodeFixProvider
{
    const string Title = "Keep what is stored";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UpsertOverwritesRow];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
            if (TextEdit.Read(diagnostic.Properties) is { } change)
                context.RegisterCodeFix(
                    CodeAction.Create(
                        Title,
                        async cancellationToken =>
                        {
                            var text = await context.Document.GetTextAsync(cancellationToken).ConfigureAwait(false);
                            return context.Document.WithText(text.WithChanges(change));
                        },
                        Title),
                    diagnostic);
        return Task.CompletedTask;
    }
}
