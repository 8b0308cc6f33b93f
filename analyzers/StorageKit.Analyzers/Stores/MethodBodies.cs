using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Stores;

/// <summary>
/// Bodies of the methods that one store's calls reach, made on demand. They go with the store: a compilation has many
/// stores, and their operations are the most of what the analysis holds in memory.
/// </summary>
internal sealed class MethodBodies(Compilation compilation, EffectTable table)
{
    readonly Dictionary<SyntaxTree, SemanticModel> models = [];
    readonly Dictionary<IMethodSymbol, MethodBody?> bodies = new(SymbolEqualityComparer.Default);

    /// <summary>The body, or null for a method without source: abstract, extern, from metadata.</summary>
    public MethodBody? Find(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var definition = (method.PartialImplementationPart ?? method).OriginalDefinition;
        if (!bodies.TryGetValue(definition, out var body))
            bodies.Add(definition, body = Create(definition, cancellationToken));
        return body;
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

    IOperation? OperationAt(SyntaxNode syntax, CancellationToken cancellationToken) =>
        compilation.ContainsSyntaxTree(syntax.SyntaxTree)
            ? ModelOf(syntax.SyntaxTree).GetOperation(syntax, cancellationToken)
            : null;

    // A store's helpers may stand in other files than the store (partial classes, base classes), so no one context's
    // model reaches them all. The models that the analyzer driver shares would keep every body until the compilation
    // ends, and find out what may be null, which no rule asks: with those of its own, the analysis costs a third less.
#pragma warning disable RS1030, RSEXPERIMENTAL001
    SemanticModel ModelOf(SyntaxTree tree)
    {
        if (!models.TryGetValue(tree, out var model))
            models.Add(tree, model = compilation.GetSemanticModel(tree, SemanticModelOptions.DisableNullableAnalysis));
        return model;
    }
#pragma warning restore RS1030, RSEXPERIMENTAL001
}
