using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StorageKit.Analyzers;
using StorageKit.Roslyn;

namespace StorageKit.CodeFixes.Usage;

/// <summary>
/// SK0001 of a class that implements no contract, and the compiler's own CS0535 of one that claims to: writes the
/// contract's members. They compile, and throw, so that the suite is red wherever something is left to write.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class ImplementContract : CodeFixProvider
{
    /// <summary>A class does not implement a member of an interface that it names.</summary>
    const string MemberIsMissing = "CS0535";

    static readonly string[] Contracts =
    [
        "IPolicyStore", "IAuditSink", "ISessionStore", "ICredentialStore", "IRateLimitCounter", "ILifecycleStore",
        "IObjectStore",
    ];

    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [DiagnosticIds.ContractAndAttributeDisagree, MemberIsMissing];

    // Which contract is meant differs from class to class.
    public override FixAllProvider? GetFixAllProvider() => null;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (model is null || node?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration) continue;
            if (diagnostic.Id != MemberIsMissing)
                OfferAll(context, diagnostic, model, declaration);
            else if (model.GetSymbolInfo(node, context.CancellationToken).Symbol is INamedTypeSymbol named
                && named.AllInterfaces.Prepend(named).Any(contract => contract.Has("StorageContract"))
                && Action(context.Document, new(model, declaration, named, isNamed: true)) is { } action)
                context.RegisterCodeFix(action, diagnostic);
        }
    }

    static void OfferAll(
        CodeFixContext context, Diagnostic diagnostic, SemanticModel model, TypeDeclarationSyntax declaration)
    {
        if (model.GetDeclaredSymbol(declaration, context.CancellationToken) is not { TypeKind: TypeKind.Class } type
            || StoreParser.WhyNotInstantiable(type) is not null || !type.Has("StorageDriver")
            || StoreParser.ContractsOf(type).Count > 0)
            return;
        var actions = Contracts
            .Select(name => model.Compilation.GetTypeByMetadataName("StorageKit." + name))
            .OfType<INamedTypeSymbol>()
            .Select(contract => Action(context.Document, new(model, declaration, contract, isNamed: false)))
            .OfType<CodeAction>()
            .ToImmutableArray();
        if (!actions.IsEmpty)
            context.RegisterCodeFix(CodeAction.Create("Implement a contract", actions, isInlinable: false), diagnostic);
    }

    static CodeAction? Action(Document document, ContractScaffold scaffold) =>
        scaffold.IsPossible
            ? CodeAction.Create(
                scaffold.Title,
                async cancellationToken =>
                {
                    var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
                    return document.WithText(text.WithChanges(scaffold.Changes(text)));
                },
                scaffold.Title)
            : null;
}
