using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StorageKit.Analyzers;

namespace StorageKit.CodeFixes.Records;

/// <summary>
/// SK3005: <c>map[key] = value</c> becomes <c>map[key] = value.ToArray()</c>, and <c>return found</c> becomes
/// <c>return found.ToArray()</c>, or <c>?.</c> where there may be none.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class CopyTheBuffer() : SyntaxFix("Copy it with ToArray", DiagnosticIds.BufferIsShared)
{
    protected override SyntaxNode? Rewrite(FixSite site)
    {
        var buffer = site.Innermost switch
        {
            AssignmentExpressionSyntax { Right: var value } => value,
            InvocationExpressionSyntax call when BuffersIn(call, site.Model) is [var value] => value,
            ExpressionSyntax { Parent: not AssignmentExpressionSyntax } kept when IsBytes(kept, site.Model) => kept,
            _ => null,
        };
        if (buffer is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
            or ElementAccessExpressionSyntax))
            return null;
        var access = site.Model.GetTypeInfo(buffer, site.CancellationToken).Nullability.FlowState
            == NullableFlowState.MaybeNull ? "?." : ".";
        var copy = SyntaxFactory.ParseExpression($"{buffer.WithoutTrivia()}{access}ToArray()").WithTriviaFrom(buffer);
        return CanCopy(buffer, site) ? site.Replace(buffer, copy) : null;
    }

    /// <summary>Arrays have ToArray from System.Linq only.</summary>
    static bool CanCopy(ExpressionSyntax buffer, FixSite site) =>
        site.Bind(buffer, SyntaxFactory.ParseExpression($"{buffer.WithoutTrivia()}.ToArray()")) is IMethodSymbol;

    static List<ExpressionSyntax> BuffersIn(InvocationExpressionSyntax call, SemanticModel model) =>
        [.. call.ArgumentList.Arguments.Select(argument => argument.Expression)
            .Where(value => model.GetTypeInfo(value).Type is { Name: "ReadOnlyMemory" })];

    static bool IsBytes(ExpressionSyntax value, SemanticModel model) =>
        model.GetTypeInfo(value).Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte };
}
