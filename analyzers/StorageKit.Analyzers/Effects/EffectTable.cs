using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects.Technologies;

namespace StorageKit.Analyzers.Effects;

/// <summary>A call that the table knows.</summary>
internal readonly record struct ApiMatch(Technology Technology, ApiRow Row);

/// <summary>All technologies' rows, resolved once against the types that a compilation references.</summary>
internal sealed class EffectTable
{
    static readonly ImmutableArray<Technology> All =
    [
        AdoNet.Commands, AdoNet.Execution, AdoNet.SqliteTransactions, AdoNet.Transactions,
        Dapper.Technology, EntityFrameworkSql.Technology, EntityFramework.Technology,
        UnitOfWork.Technology, UnitOfWork.Transactions,
        StackExchangeRedis.Technology, StackExchangeRedis.Conditions,
        MongoDb.Technology, AzureTables.Technology, Cosmos.Technology, AzureBlobs.Technology,
        DynamoDb.Technology, S3.Technology, Elasticsearch.Technology,
        DistributedCache.Technology, MemoryCache.Technology,
        ConcurrentCollections.Technology, Dictionaries.Technology,
        Sequences.Technology, Sequences.Immutable,
        Locks.Technology, InterlockedCalls.Technology,
        Files.Technology, Files.Streams, Streams.Technology,
    ];

    readonly Dictionary<INamedTypeSymbol, Dictionary<string, List<ApiMatch>>> members =
        new(SymbolEqualityComparer.Default);

    // Every pass over a body asks, and bodies call the same few members over and over.
    readonly ConcurrentDictionary<(ISymbol, ITypeSymbol?), IReadOnlyList<ApiMatch>> candidates = new(new Pairs());

    readonly DeclaredEffects declared;

    public EffectTable(Compilation compilation)
    {
        declared = new(compilation);
        foreach (var technology in All)
            foreach (var name in technology.Types)
                foreach (var type in compilation.GetTypesByMetadataName(name))
                    Add(technology, type, name);
    }

    /// <summary>
    /// The lines for a member, best first. The receiver's own type counts before the type that declares the member, so
    /// a provider may differ from ADO.NET; an override has the lines of the member that it overrides.
    /// </summary>
    public IReadOnlyList<ApiMatch> Candidates(ISymbol member, ITypeSymbol? receiver = null)
    {
        var key = (member.OriginalDefinition, receiver?.OriginalDefinition);
        if (!candidates.TryGetValue(key, out var found))
            candidates[key] = found = Find(key.Item1, key.Item2);
        return found;
    }

    IReadOnlyList<ApiMatch> Find(ISymbol member, ITypeSymbol? receiver)
    {
        for (var type = receiver; type is not null; type = type.BaseType)
            if (Rows(type, member.OriginalDefinition) is { } found)
                return found;
        for (var type = member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? member.ContainingType : null;
            type is not null; type = type.BaseType)
            if (Rows(type, member) is { } found)
                return found;
        for (var symbol = member.OriginalDefinition; symbol is not null; symbol = Overridden(symbol))
            if (Rows(symbol.ContainingType, symbol) is { } found)
                return found;
        return declared.Of(member);
    }

    List<ApiMatch>? Rows(ITypeSymbol? type, ISymbol member) =>
        type?.OriginalDefinition is INamedTypeSymbol definition && members.TryGetValue(definition, out var rows)
        && rows.TryGetValue(NameOf(member), out var found)
            ? found
            : null;

    void Add(Technology technology, INamedTypeSymbol type, string typeName)
    {
        if (!members.TryGetValue(type, out var rows))
            members.Add(type, rows = new(StringComparer.Ordinal));
        foreach (var row in technology.Rows.Where(row => row.Type is null || row.Type == typeName))
        {
            if (!rows.TryGetValue(row.Member, out var list))
                rows.Add(row.Member, list = []);
            list.Add(new(technology, row));
        }
    }

    static string NameOf(ISymbol symbol) => symbol switch
    {
        IPropertySymbol { IsIndexer: true } => "this[]",
        IMethodSymbol { Name: var name } when name.EndsWith("Async", StringComparison.Ordinal) =>
            name.Substring(0, name.Length - 5),
        _ => symbol.Name,
    };

    static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } method } => method.OriginalDefinition,
        IPropertySymbol { OverriddenProperty: { } property } => property.OriginalDefinition,
        _ => null,
    };

    sealed class Pairs : IEqualityComparer<(ISymbol, ITypeSymbol?)>
    {
        public bool Equals((ISymbol, ITypeSymbol?) left, (ISymbol, ITypeSymbol?) right) =>
            SymbolEqualityComparer.Default.Equals(left.Item1, right.Item1)
            && SymbolEqualityComparer.Default.Equals(left.Item2, right.Item2);

        public int GetHashCode((ISymbol, ITypeSymbol?) pair) =>
            (SymbolEqualityComparer.Default.GetHashCode(pair.Item1) * 31)
            + SymbolEqualityComparer.Default.GetHashCode(pair.Item2);
    }
}
