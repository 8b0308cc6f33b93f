using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StorageKit.CodeFixes.AppendOnly;

/// <summary>What to write for a bag, its initial value and its uses, to make a queue of it.</summary>
internal sealed class BagRewrite(SemanticModel model, CancellationToken cancellationToken)
{
    const string Bag = "ConcurrentBag";
    const string Queue = "ConcurrentQueue";

    /// <summary>The new nodes, or null for a field that others see, or that is used in a way a queue has not.</summary>
    public Dictionary<SyntaxNode, SyntaxNode>? TryWrite(VariableDeclaratorSyntax field)
    {
        if (field.Parent is not VariableDeclarationSyntax { Variables.Count: 1, Type: var type }
            || model.GetDeclaredSymbol(field, cancellationToken) is not IFieldSymbol
                { DeclaredAccessibility: Accessibility.Private,
                    ContainingType.DeclaringSyntaxReferences: [var declaration] } symbol
            || Name(type) is not { Identifier.Text: Bag } name)
            return null;
        var result = new Dictionary<SyntaxNode, SyntaxNode> { [name] = Renamed(name, Queue) };
        if (field.Initializer is { Value: var initial } && !AddInitial(initial, result))
            return null;
        foreach (var use in declaration.GetSyntax(cancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>())
            if (use.Identifier.Text == symbol.Name
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use, cancellationToken).Symbol, symbol)
                && !AddUse(use, result))
                return null;
        return result;
    }

    static bool AddInitial(ExpressionSyntax initial, Dictionary<SyntaxNode, SyntaxNode> result)
    {
        switch (initial)
        {
            case ImplicitObjectCreationExpressionSyntax { Initializer: null }:
                return true;
            case ObjectCreationExpressionSyntax { Initializer: null } creation when Name(creation.Type) is { } name:
                result[name] = Renamed(name, Queue);
                return true;
            case CollectionExpressionSyntax { Elements.Count: 0 }:
                result[initial] = SyntaxFactory.ImplicitObjectCreationExpression().WithTriviaFrom(initial);
                return true;
            default:
                return false;
        }
    }

    static bool AddUse(IdentifierNameSyntax use, Dictionary<SyntaxNode, SyntaxNode> result)
    {
        ExpressionSyntax whole = use.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own
            && own.Name == use ? own : use;
        if (whole.Parent is ForEachStatementSyntax or SpreadElementSyntax)
            return true;
        if (whole.Parent is not MemberAccessExpressionSyntax { Name: IdentifierNameSyntax member } access
            || access.Expression != whole)
            return false;
        if (member.Identifier.Text is "Add" or "TryTake")
            result[member] = Renamed(member, member.Identifier.Text == "Add" ? "Enqueue" : "TryDequeue");
        return true;
    }

    static SimpleNameSyntax? Name(TypeSyntax type) => type switch
    {
        GenericNameSyntax name => name,
        QualifiedNameSyntax { Right: GenericNameSyntax name } => name,
        _ => null,
    };

    static SimpleNameSyntax Renamed(SimpleNameSyntax name, string newName) =>
        name.WithIdentifier(SyntaxFactory.Identifier(newName).WithTriviaFrom(name.Identifier));
}
