using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StorageKit.Analyzers.Stores;

/// <summary>
/// Which entities have a concurrency token: by an attribute, or by the model's configuration anywhere in the
/// compilation. Configuration that does not say which entity it is about counts for all.
/// </summary>
internal sealed class ConcurrencyTokens(Compilation compilation)
{
    static readonly HashSet<string> Calls = new(StringComparer.Ordinal)
    {
        "IsConcurrencyToken", "IsRowVersion", "UseXminAsConcurrencyToken", "UseETagConcurrency", "IsETagConcurrency",
    };

    readonly Lazy<HashSet<string>> configured = new(() => FindAll(compilation), isThreadSafe: true);

    /// <summary>False only for an entity whose source and configuration are known and have none.</summary>
    public bool MayProtect(ITypeSymbol entity)
    {
        if (entity.DeclaringSyntaxReferences.IsEmpty || configured.Value.Contains(""))
            return true;
        for (var type = entity; type is not null; type = type.BaseType)
            if (configured.Value.Contains(type.Name) || type.GetMembers().Any(HasAttribute))
                return true;
        return false;
    }

    static bool HasAttribute(ISymbol member) => member.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name is "ConcurrencyCheckAttribute" or "TimestampAttribute");

    static HashSet<string> FindAll(Compilation compilation)
    {
        var entities = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
            foreach (var node in tree.GetRoot().DescendantNodes())
                if (node is SimpleNameSyntax { Identifier.ValueText: var name } call && Calls.Contains(name)
                    && !IsTurnedOff(call))
                    entities.Add(EntityAround(call));
        return entities;
    }

    static bool IsTurnedOff(SimpleNameSyntax call) =>
        call.Parent?.Parent is InvocationExpressionSyntax { ArgumentList.Arguments: [var argument] }
        && argument.Expression.IsKind(SyntaxKind.FalseLiteralExpression);

    /// <summary>The entity's name, or nothing.</summary>
    static string EntityAround(SyntaxNode call)
    {
        foreach (var around in call.Ancestors())
        {
            var entity = around switch
            {
                InvocationExpressionSyntax invocation => OfChain(invocation.Expression),
                ParameterSyntax { Type: { } type } => ArgumentOf(type, "EntityTypeBuilder"),
                MethodDeclarationSyntax method => method.ParameterList.Parameters
                    .Select(parameter => ArgumentOf(parameter.Type, "EntityTypeBuilder"))
                    .FirstOrDefault(found => found is not null),
                ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters
                    .Select(parameter => ArgumentOf(parameter.Type, "EntityTypeBuilder"))
                    .FirstOrDefault(found => found is not null),
                _ => null,
            };
            if (entity is not null)
                return entity;
        }

        return "";
    }

    /// <summary><c>model.Entity&lt;Row&gt;().Property(…)</c>.</summary>
    static string? OfChain(ExpressionSyntax expression)
    {
        for (var current = expression; ;)
        {
            switch (current)
            {
                case MemberAccessExpressionSyntax { Name: GenericNameSyntax name } when ArgumentOf(
                    name, "Entity") is { } entity:
                    return entity;
                case MemberAccessExpressionSyntax member: current = member.Expression; break;
                case InvocationExpressionSyntax invocation: current = invocation.Expression; break;
                default: return null;
            }
        }
    }

    static string? ArgumentOf(TypeSyntax? type, string generic) => type switch
    {
        QualifiedNameSyntax { Right: var right } => ArgumentOf(right, generic),
        GenericNameSyntax { TypeArgumentList.Arguments: [var argument] } name
            when name.Identifier.ValueText == generic =>
            argument switch
            {
                QualifiedNameSyntax { Right.Identifier.ValueText: var entity } => entity,
                SimpleNameSyntax { Identifier.ValueText: var entity } => entity,
                _ => null,
            },
        _ => null,
    };
}
