using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using StorageKit.Analyzers;

namespace StorageKit.CodeFixes.Config;

/// <summary>
/// SK4002 to SK4007: applies the change of <c>storage.toml</c> that the rule worked out: the name that was meant, the
/// value without its quotes, a key or section that is missing, a variable instead of the secret.
/// </summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp, DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)],
    DocumentExtensions = [".toml"])]
[Shared]
internal sealed class EditStorageFile : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        DiagnosticIds.DriverIsUnknown, DiagnosticIds.SettingIsMissing, DiagnosticIds.ValueDoesNotFit,
        DiagnosticIds.KeyIsNoOption, DiagnosticIds.SettingIsNotRead, DiagnosticIds.SecretStandsInFile,
    ];

    // The compiler's own merges changes of C# files only.
    public override FixAllProvider? GetFixAllProvider() => null;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
            if (TextEdit.Read(diagnostic.Properties) is { } change
                && diagnostic.Properties.TryGetValue(TextEdit.Title, out var title) && title is not null)
                context.RegisterCodeFix(
                    CodeAction.Create(
                        title,
                        async cancellationToken =>
                        {
                            var file = context.TextDocument;
                            var text = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
                            return file.Project.Solution.WithAdditionalDocumentText(
                                file.Id, text.WithChanges(change));
                        },
                        title),
                    diagnostic);
        return Task.CompletedTask;
    }
}
