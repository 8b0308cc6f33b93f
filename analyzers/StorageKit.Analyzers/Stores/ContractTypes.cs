using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace StorageKit.Analyzers.Stores;

/// <summary>The attributes that carry contract knowledge, found by metadata name in one compilation.</summary>
internal sealed class ContractTypes
{
    readonly INamedTypeSymbol contract;
    readonly INamedTypeSymbol? exempt;
    readonly (INamedTypeSymbol? Attribute, Promises Promise)[] promises;
    readonly ConcurrentDictionary<INamedTypeSymbol, bool> contracts = new(SymbolEqualityComparer.Default);

    ContractTypes(Compilation compilation, INamedTypeSymbol contract)
    {
        this.contract = contract;
        exempt = Find("ContractExempt");
        promises =
        [
            (Find("AppendOnly"), Promises.AppendOnly),
            (Find("AtomicReadModifyWrite"), Promises.AtomicReadModifyWrite),
            (Find("Idempotent"), Promises.Idempotent),
            (Find("DurableOnReturn"), Promises.DurableOnReturn),
        ];

        INamedTypeSymbol? Find(string name) => compilation.GetTypeByMetadataName($"StorageKit.{name}Attribute");
    }

    /// <summary>False where the compilation does not reference the contracts: then there is nothing to guard.</summary>
    public static bool TryGet(Compilation compilation, [NotNullWhen(true)] out ContractTypes? types)
    {
        types = compilation.GetTypeByMetadataName("StorageKit.StorageContractAttribute") is { } contract
            ? new(compilation, contract)
            : null;
        return types is not null;
    }

    /// <summary>True for an interface that is annotated as a contract, StorageKit's or a user's own.</summary>
    public bool IsContract(INamedTypeSymbol type) =>
        contracts.GetOrAdd(type.OriginalDefinition, definition => Has(definition, contract));

    /// <summary>True for a contract, and for an interface beside one whose members promise something too.</summary>
    public bool HasPromises(INamedTypeSymbol type) =>
        IsContract(type)
        || type.OriginalDefinition.GetMembers().Any(member => PromisesOf(member) != Promises.None);

    public Promises PromisesOf(ISymbol member)
    {
        var found = Promises.None;
        foreach (var (attribute, promise) in promises)
            if (Has(member, attribute) || Has(member.ContainingType, attribute))
                found |= promise;
        return found;
    }

    /// <summary>True when the symbol, or a type around it, carries <c>[ContractExempt("id")]</c>.</summary>
    public bool IsExempt(ISymbol? symbol, string ruleId)
    {
        for (; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
            if (symbol.GetAttributes().Any(attribute => Is(attribute, exempt) && Names(attribute, ruleId)))
                return true;
        return false;
    }

    static bool Names(AttributeData attribute, string ruleId) =>
        !attribute.ConstructorArguments.IsEmpty && attribute.ConstructorArguments[0].Value is string id && id == ruleId;

    static bool Has(ISymbol symbol, INamedTypeSymbol? attribute) =>
        symbol.GetAttributes().Any(data => Is(data, attribute));

    static bool Is(AttributeData data, INamedTypeSymbol? attribute) =>
        attribute is not null && SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute);
}
