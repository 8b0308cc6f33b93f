using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.AppendOnly;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Stores;

/// <summary>What the analysis of all classes of one compilation shares.</summary>
internal sealed record StoreParts(
    Compilation Compilation, ContractTypes Contracts, EffectTable Table)
{
    /// <summary>Classes beside a store that do a part of its work.</summary>
    public OutsideCode Outside { get; } = new(Compilation, Contracts, Table);

    /// <summary>The concurrency tokens of EF Core entities, looked for when a rule first asks.</summary>
    public ConcurrencyTokens ConcurrencyTokens { get; } = new(Compilation);

    /// <summary>What the append-only stores add through EF Core.</summary>
    public StoredEntities StoredEntities => storedEntities ??= new(this);

    /// <summary>True for a project of tests: they do on purpose what drivers must not.</summary>
    public bool AreTests { get; } = TestProject.Is(Compilation);

    StoredEntities? storedEntities;
    readonly ConcurrentDictionary<(string Id, Location Location), bool> reported = new();

    /// <summary>True once for each rule and place: two stores may share a base class or call the same code.</summary>
    public bool IsNew(string id, Location location) => reported.TryAdd((id, location), true);

    /// <summary>A class as rules see it; it need not implement a contract.</summary>
    public Store Of(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        new(type, this, cancellationToken);
}
