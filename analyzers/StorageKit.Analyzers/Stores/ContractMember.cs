using Microsoft.CodeAnalysis;

namespace StorageKit.Analyzers.Stores;

/// <summary>A contract's method and the store's method that keeps it.</summary>
internal sealed record ContractMember(IMethodSymbol Contract, IMethodSymbol Implementation, Promises Promises)
{
    /// <summary>What the member does with a record, where the contract is one of StorageKit's.</summary>
    public ContractRole Role { get; } = ContractRoles.Of(Contract);

    /// <summary>As messages name it: <c>IAuditSink.EmitAsync</c>.</summary>
    public string DisplayName => $"{Contract.ContainingType.Name}.{Contract.Name}";
}
