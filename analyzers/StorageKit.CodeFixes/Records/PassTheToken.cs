using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StorageKit.Analyzers;

namespace StorageKit.CodeFixes.Records;

/// <summary>SK3007: <c>command.ExecuteNonQueryAsync()</c> gets the token of the method that it stands in.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class PassTheToken() : SyntaxFix("Pass the token on", DiagnosticIds.CancellationIsLost)
{
    protected override SyntaxNode? Rewrite(FixSite site)
    {
        if (site.Innermost is not InvocationExpressionSyntax call || TokenAt(call, site.Model) is not { } token)
            return null;
        var name = SyntaxFactory.IdentifierName(token);
        foreach (var argument in call.ArgumentList.Arguments)
            if (site.Model.GetTypeInfo(argument.Expression).ConvertedType?.Name == nameof(CancellationToken))
                return site.Replace(argument.Expression, name.WithTriviaFrom(argument.Expression));
        ArgumentSyntax[] ways = [SyntaxFactory.Argument(name), Named("cancellationToken", name), Named("token", name)];
        foreach (var added in ways)
        {
            var arguments = call.ArgumentList.Arguments.Count == 0
                ? call.ArgumentList.AddArguments(added)
                : call.ArgumentList.WithArguments(call.ArgumentList.Arguments.Add(
                    added.WithLeadingTrivia(SyntaxFactory.Space)));
            if (site.Bind(call, call.WithArgumentList(arguments)) is IMethodSymbol { Parameters: [.., var last] }
                && last.Type.Name == nameof(CancellationToken))
                return site.Replace(call, call.WithArgumentList(arguments));
        }

        return null;
    }

    static ArgumentSyntax Named(string parameter, ExpressionSyntax value) =>
        SyntaxFactory.Argument(
            SyntaxFactory.NameColon(parameter).WithTrailingTrivia(SyntaxFactory.Space), default, value);

    /// <summary>The only token among the parameters that can be seen here.</summary>
    static string? TokenAt(SyntaxNode call, SemanticModel model)
    {
        string? found = null;
        foreach (var symbol in model.LookupSymbols(call.SpanStart))
            if (symbol is IParameterSymbol { Type.Name: nameof(CancellationToken) })
            {
                if (found is not null)
                    return null;
                found = symbol.Name;
            }

        return found;
    }
}
