using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace StorageKit.Analyzers.Effects.Technologies;

/// <summary>
/// The table that authors write: methods with <c>[StorageEffect(kind, Key = …, Value = …)]</c>, on the method itself or
/// on one that it overrides or implements.
/// </summary>
internal sealed class DeclaredEffects(Compilation compilation)
{
    public static Technology Technology { get; } = new("declared", [], [], Place: Place.Receiver);

    /// <summary>In the order of <c>StorageKit.StorageEffectKind</c>.</summary>
    static readonly ImmutableArray<EffectKind> Kinds =
    [
        EffectKind.Read, EffectKind.Append, EffectKind.CreateOnly, EffectKind.Overwrite, EffectKind.Delete,
        EffectKind.Truncate, EffectKind.Expire, EffectKind.AtomicUpdate, EffectKind.CompareAndSet, EffectKind.Sql,
    ];

    readonly INamedTypeSymbol? attribute = compilation.GetTypeByMetadataName("StorageKit.StorageEffectAttribute");
    readonly ConcurrentDictionary<IMethodSymbol, IReadOnlyList<ApiMatch>> rows = new(SymbolEqualityComparer.Default);

    public IReadOnlyList<ApiMatch> Of(ISymbol member) =>
        attribute is null || member is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method
            ? []
            : rows.GetOrAdd(method.OriginalDefinition, Read);

    IReadOnlyList<ApiMatch> Read(IMethodSymbol method)
    {
        for (var declared = method; declared is not null; declared = declared.OverriddenMethod)
            if (RowOf(declared) is { } row)
                return [new(Technology, row)];
        foreach (var contract in method.ContainingType.AllInterfaces)
            foreach (var member in contract.GetMembers(method.Name))
                if (member is IMethodSymbol declared && RowOf(declared) is { } row
                    && SymbolEqualityComparer.Default.Equals(
                        method.ContainingType.FindImplementationForInterfaceMember(member), method))
                    return [new(Technology, row)];
        return [];
    }

    ApiRow? RowOf(IMethodSymbol method)
    {
        foreach (var data in method.GetAttributes())
            if (SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute)
                && data.ConstructorArguments is [{ Value: int kind }] && kind >= 0 && kind < Kinds.Length)
                return new(
                    method.Name, Kinds[kind], PositionOf(Named(data, "Key"), method), PositionOf(Named(
                        data, "Value"), method));
        return null;
    }

    static string? Named(AttributeData data, string name)
    {
        foreach (var argument in data.NamedArguments)
            if (argument.Key == name)
                return argument.Value.Value as string;
        return null;
    }

    /// <summary>As a caller counts: an extension method's first parameter is the receiver.</summary>
    static int PositionOf(string? parameter, IMethodSymbol method)
    {
        foreach (var candidate in method.Parameters)
            if (candidate.Name == parameter)
                return candidate.Ordinal - (method.IsExtensionMethod ? 1 : 0);
        return -1;
    }
}
