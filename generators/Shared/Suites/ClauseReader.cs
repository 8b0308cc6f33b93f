using Microsoft.CodeAnalysis;

namespace StorageKit.Roslyn;

/// <summary>Reads the catalogue of clauses from the metadata of the kit that a project references, so that a suite
/// always has the clauses of the kit that runs it.</summary>
internal static class ClauseReader
{
    /// <summary>The clauses in the order of their ids; empty when the project does not reference the kit.</summary>
    public static EquatableArray<ClauseModel> Read(Compilation compilation, CancellationToken cancellationToken)
    {
        if (compilation.GetTypeByMetadataName("StorageKit.Conformance.ClauseAttribute") is not { } attribute) return [];
        var clauses = new List<ClauseModel>();
        Collect(attribute.ContainingNamespace, attribute, clauses, cancellationToken);
        return clauses.OrderBy(clause => clause.Id, StringComparer.Ordinal).ToEquatableArray();
    }

    static void Collect(
        INamespaceSymbol space, INamedTypeSymbol attribute, List<ClauseModel> clauses,
        CancellationToken cancellationToken)
    {
        foreach (var inner in space.GetNamespaceMembers()) Collect(inner, attribute, clauses, cancellationToken);
        foreach (var type in space.GetTypeMembers())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var data in type.GetAttributes())
                if (SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute)
                    && data.ConstructorArguments is [{ Value: string id }, { Value: string sentence }])
                    clauses.Add(Clause(type, data, id, sentence));
        }
    }

    static ClauseModel Clause(INamedTypeSymbol type, AttributeData data, string id, string sentence)
    {
        var lane = "fast";
        INamedTypeSymbol? contract = null;
        foreach (var argument in data.NamedArguments)
        {
            if (argument is { Key: "Contract", Value.Value: INamedTypeSymbol named }) contract = named;
            else if (argument is { Key: "Lane", Value: { Type: { } laneType, Value: int value } })
                lane = LaneName(laneType, value);
        }
        var kind = contract?.Find("StorageContract")?.ConstructorArguments is [{ Value: string key }] ? key : null;
        return new(id, type.Name, sentence, lane, contract?.FullName(), kind);
    }

    static string LaneName(ITypeSymbol lane, int value) => lane.GetMembers().OfType<IFieldSymbol>()
        .FirstOrDefault(
            field => field.ConstantValue is int constant && constant == value)?.Name.ToLowerInvariant() ?? "fast";
}
