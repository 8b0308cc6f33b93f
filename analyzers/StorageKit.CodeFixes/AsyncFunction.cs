using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StorageKit.CodeFixes;

/// <summary>Whether an <c>await</c> may be written at a place, and is waited for itself.</summary>
internal static class AsyncFunction
{
    public static bool IsAround(SyntaxNode place)
    {
        foreach (var around in place.Ancestors())
            switch (around)
            {
                case AnonymousFunctionExpressionSyntax lambda:
                    return lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax function:
                    return IsAsync(function.Modifiers) && !IsVoid(function.ReturnType);
                case MethodDeclarationSyntax method:
                    return IsAsync(method.Modifiers) && !IsVoid(method.ReturnType);
                case LockStatementSyntax or MemberDeclarationSyntax:
                    return false;
            }
        return false;
    }

    static bool IsAsync(SyntaxTokenList modifiers) => modifiers.Any(SyntaxKind.AsyncKeyword);

    static bool IsVoid(TypeSyntax type) =>
        type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
}
