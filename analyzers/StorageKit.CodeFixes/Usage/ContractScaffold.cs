using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace StorageKit.CodeFixes.Usage;

/// <summary>The members of a contract that a class lacks, as text to start from.</summary>
/// <param name="model">Of the class's file.</param>
/// <param name="declaration">The class.</param>
/// <param name="contract">The contract.</param>
/// <param name="isNamed">Whether the class names it already.</param>
internal sealed class ContractScaffold(
    SemanticModel model, TypeDeclarationSyntax declaration, INamedTypeSymbol contract, bool isNamed)
{
    static readonly SymbolDisplayFormat Names = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    readonly IReadOnlyList<ISymbol> missing = Missing(model, declaration, contract);

    public string Title => $"Implement '{contract.Name}'";

    /// <summary>Whether there is something to write, and all of it can be.</summary>
    public bool IsPossible => missing.Count > 0 && missing.All(member =>
        member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsGenericMethod: false } method
        && method.Parameters.All(parameter => parameter.RefKind == RefKind.None && !parameter.IsParams));

    public IEnumerable<TextChange> Changes(SourceText text)
    {
        var newLine = text.ToString().Contains("\r\n") ? "\r\n" : "\n";
        if (!isNamed) yield return BaseChange();
        var line = text.Lines.GetLineFromPosition(declaration.SpanStart).ToString();
        var indent = line.Substring(0, line.Length - line.TrimStart().Length);
        var members = string.Join(newLine + newLine, missing.Select(member => Member(
            (IMethodSymbol)member, indent + "    ", newLine)));
        if (declaration.OpenBraceToken.IsKind(SyntaxKind.None))
        {
            yield return new(
                declaration.SemicolonToken.Span, $"{newLine}{indent}{{{newLine}{members}{newLine}{indent}}}");
            yield break;
        }
        var open = declaration.OpenBraceToken;
        var close = declaration.CloseBraceToken;
        var last = declaration.Members.LastOrDefault()?.Span.End ?? open.Span.End;
        var separator = declaration.Members.Count > 0 ? newLine + newLine : newLine;
        // What stands behind the last member, a comment perhaps, stays there.
        var rest = text.ToString(TextSpan.FromBounds(last, close.SpanStart)).TrimEnd();
        yield return new(
            TextSpan.FromBounds(last, close.SpanStart), $"{rest}{separator}{members}{newLine}{indent}");
    }

    TextChange BaseChange()
    {
        var name = Name(contract);
        if (declaration.BaseList is { } bases) return new(new(bases.Span.End, 0), ", " + name);
        var end = declaration.ParameterList?.Span.End ?? declaration.TypeParameterList?.Span.End
            ?? declaration.Identifier.Span.End;
        return new(new(end, 0), " : " + name);
    }

    string Member(IMethodSymbol method, string indent, string newLine)
    {
        var parameters = method.Parameters.Select(parameter =>
            $"{Name(parameter.Type)} {parameter.Name}{(parameter.IsOptional ? " = " + Default(parameter) : "")}");
        return new StringBuilder()
            .Append(indent).Append("/// <inheritdoc/>").Append(newLine)
            .Append(indent).Append("public ").Append(Name(method.ReturnType)).Append(' ').Append(method.Name)
            .Append('(').Append(string.Join(", ", parameters)).Append(") =>").Append(newLine)
            .Append(indent).Append("    throw new ").Append(Kit("StorageException")).Append('(')
            .Append(Kit("StorageErrorKind")).Append(".Backend, \"").Append(method.Name)
            .Append(" is not written yet\", isTransient: false);")
            .ToString();
    }

    string Kit(string type) => Name(model.Compilation.GetTypeByMetadataName("StorageKit." + type)!);

    string Name(ITypeSymbol type) => type.ToMinimalDisplayString(model, declaration.SpanStart, Names);

    static string Default(IParameterSymbol parameter) =>
        parameter is
            { HasExplicitDefaultValue: true, ExplicitDefaultValue: { } value, Type.TypeKind: not TypeKind.Enum }
            ? SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)
            : "default";

    static IReadOnlyList<ISymbol> Missing(
        SemanticModel model, TypeDeclarationSyntax declaration, INamedTypeSymbol contract) =>
        model.GetDeclaredSymbol(declaration) is not { } type
            ? []
            : [.. contract.AllInterfaces.Prepend(contract)
                .SelectMany(part => part.GetMembers())
                .Where(member => member.IsAbstract && member is not IMethodSymbol { AssociatedSymbol: not null }
                    && type.FindImplementationForInterfaceMember(member) is null
                    && !type.GetMembers(member.Name).Any(own => IsAlike(own, member)))];

    // The author wrote the member before he named the contract.
    static bool IsAlike(ISymbol own, ISymbol member) =>
        own is IMethodSymbol written && member is IMethodSymbol wanted
        && written.Parameters.Length == wanted.Parameters.Length;
}
