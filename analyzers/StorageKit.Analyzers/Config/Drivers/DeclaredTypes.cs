using Microsoft.CodeAnalysis;
using StorageKit.Roslyn;

namespace StorageKit.Analyzers.Config;

/// <summary>Walks the types that a project declares, for the stores and catalogs among them.</summary>
internal sealed class DeclaredTypes(CancellationToken cancellationToken) : SymbolVisitor
{
    /// <summary>The classes with <c>[StorageDriver]</c>.</summary>
    public List<INamedTypeSymbol> Stores { get; } = [];

    /// <summary>The classes with <c>[StorageDrivers]</c>.</summary>
    public List<INamedTypeSymbol> Catalogs { get; } = [];

    public override void VisitNamespace(INamespaceSymbol symbol)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var member in symbol.GetMembers()) member.Accept(this);
    }

    public override void VisitNamedType(INamedTypeSymbol symbol)
    {
        if (symbol.Has("StorageDriver")) Stores.Add(symbol);
        if (symbol.Has("StorageDrivers")) Catalogs.Add(symbol);
        foreach (var nested in symbol.GetTypeMembers()) nested.Accept(this);
    }
}
