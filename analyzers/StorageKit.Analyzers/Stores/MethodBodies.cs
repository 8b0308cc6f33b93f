using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Stores;

/// <summary>
/// Bodies of the methods that a store's calls reach, made on demand and kept for the compilation's analysis.
/// </summary>
internal sealed class MethodBodies(Compilation compilation, EffectTable table)
{
    readonly ConcurrentDictionary<IMethodSymbol, MethodBody?> bodies = new(SymbolEqualityComparer.Default);

    /// <summary>The concurrency tokens of EF Core entities, looked for when a rule first asks.</summary>
    public ConcurrencyTokens ConcurrencyTokens { get; } = new(compilation);

    /// <summary>The body, or null for a method without source: abstract, extern, from metadata.</summary>
    public MethodBody? Find(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var definition = (method.PartialImplementationPart ?? method).OriginalDefinition;
        return bodies.GetOrAdd(definition, key => Create(key, cancellationToken));
    }

    MethodBody? Create(IMethodSymbol method, CancellationToken cancellationToken)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
            if (OperationAt(reference.GetSyntax(cancellationToken), cancellationToken) is { } root)
                return new(method, root, table);
        return null;
    }

    /// <summary>The value that a field or property is initialised with, as a body of a constructor.</summary>
    public MethodBody? FindInitializer(ISymbol member, IMethodSymbol constructor, CancellationToken cancellationToken)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
            foreach (var child in reference.GetSyntax(cancellationToken).ChildNodes())
                if (child is Microsoft.CodeAnalysis.CSharp.Syntax.EqualsValueClauseSyntax { Value: var initial }
                    && OperationAt(initial, cancellationToken) is { } root)
                    return new(constructor, root, table);
        return null;
    }

    /// <summary>
    /// The value that a field or property is initialised with, or that an expression-bodied one returns.
    /// </summary>
    public IOperation? InitialValue(ISymbol member, CancellationToken cancellationToken)
    {
        if (member is IPropertySymbol { GetMethod: { } getter }
            && Find(getter, cancellationToken) is { Returns: [var value] })
            return value;
        foreach (var reference in member.DeclaringSyntaxReferences)
            foreach (var child in reference.GetSyntax(cancellationToken).ChildNodes())
                if (child is Microsoft.CodeAnalysis.CSharp.Syntax.EqualsValueClauseSyntax { Value: var initial })
                    return OperationAt(initial, cancellationToken);
        return null;
    }

    // A store's helpers may stand in other files than the store (partial classes, base classes), so no one context's
    // model reaches them all. The analyzer driver hands out cached models here.
#pragma warning disable RS1030
    IOperation? OperationAt(SyntaxNode syntax, CancellationToken cancellationToken) =>
        compilation.ContainsSyntaxTree(syntax.SyntaxTree)
            ? compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellationToken)
            : null;
#pragma warning restore RS1030
}
