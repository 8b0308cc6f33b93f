using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StorageKit.Analyzers;

namespace StorageKit.CodeFixes.AppendOnly;

/// <summary>
/// SK1004: <c>UpsertItemAsync</c> becomes <c>CreateItemAsync</c>, <c>UpsertEntityAsync</c> becomes
/// <c>AddEntityAsync</c>, and <c>overwrite: true</c> becomes <c>false</c>: a second write fails, and the first stays.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class RefuseToOverwrite() : SyntaxFix("Refuse to overwrite", DiagnosticIds.DocumentIsOverwritten)
{
    protected override SyntaxNode? Rewrite(FixSite site)
    {
        if (site.Innermost is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call
            || site.Model.GetSymbolInfo(call, site.CancellationToken).Symbol is not IMethodSymbol method)
            return null;
        return Changed(call, access, method) is { } changed && site.Bind(call, changed) is IMethodSymbol
            ? site.Replace(call, changed) : null;
    }

    static InvocationExpressionSyntax? Changed(
        InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, IMethodSymbol method) =>
        (method.ContainingType.Name, method.Name) switch
        {
            ("TableClient", "UpsertEntityAsync") => Renamed(WithoutMode(call), access, "AddEntityAsync"),
            ("TableClient", "UpsertEntity") => Renamed(WithoutMode(call), access, "AddEntity"),
            ("Container", "UpsertItemAsync") => Renamed(call, access, "CreateItemAsync"),
            ("BlobClient", "UploadAsync" or "Upload") => Refusing(call, method),
            _ => null,
        };

    static InvocationExpressionSyntax Renamed(
        InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, string name) =>
        call.WithExpression(access.WithName(access.Name.WithIdentifier(
            SyntaxFactory.Identifier(name).WithTriviaFrom(access.Name.Identifier))));

    /// <summary>An entity that is added has no mode; the token stays, under its name.</summary>
    static InvocationExpressionSyntax WithoutMode(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        var mode = arguments.FirstOrDefault(argument =>
            argument.NameColon?.Name.Identifier.Text == "mode"
            || argument.Expression is MemberAccessExpressionSyntax { Expression: var type }
                && type.ToString().EndsWith("TableUpdateMode", StringComparison.Ordinal));
        return mode is null ? call : call.WithArgumentList(call.ArgumentList.WithArguments(arguments.Remove(mode)));
    }

    static InvocationExpressionSyntax? Refusing(InvocationExpressionSyntax call, IMethodSymbol method)
    {
        var place = method.Parameters.FirstOrDefault(parameter => parameter.Name == "overwrite")?.Ordinal;
        for (var i = 0; i < call.ArgumentList.Arguments.Count; i++)
            if (call.ArgumentList.Arguments[i] is { Expression: LiteralExpressionSyntax
                    { RawKind: (int)SyntaxKind.TrueLiteralExpression } literal } argument
                && (argument.NameColon?.Name.Identifier.Text == "overwrite"
                    || (argument.NameColon is null && place == i)))
                return call.ReplaceNode(
                    literal,
                    SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression).WithTriviaFrom(literal));
        return null;
    }
}
