using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Stores;

/// <summary>What the analysis of all classes of one compilation shares.</summary>
internal sealed record StoreParts(
    ContractTypes Contracts, MethodBodies Bodies, OutsideCode Outside, EffectTable Table)
{
    readonly ConcurrentDictionary<(string Id, Location Location), bool> reported = new();

    /// <summary>True once for each rule and place: two stores may share a base class or call the same code.</summary>
    public bool IsNew(string id, Location location) => reported.TryAdd((id, location), true);

    /// <summary>A class as rules see it; it need not implement a contract.</summary>
    public Store Of(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        new(type, Contracts, Bodies, Outside, Table, cancellationToken);
}
