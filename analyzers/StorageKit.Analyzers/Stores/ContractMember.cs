using Microsoft.CodeAnalysis;

namespace StorageKit.Analyzers.Stores;

/// <summary>A contract's method and the store's method that keeps it.</summary>
internal sealed record ContractMember(IMethodSymbol Contract, IMethodSymbol Implementation, Promises Promises)
{
    /// <summary>As messages name it: <c>IAuditSink.EmitAsync</c>.</summary>
    public string DisplayName => $"{Contract.ContainingType.Name}.{Contract.Name}";
}
