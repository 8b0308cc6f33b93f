using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>A read of what is stored last, which an append's value is made from.</summary>
/// <param name="Place">The read.</param>
/// <param name="Frame">The method that it stands in.</param>
/// <param name="What">What is read, for a message.</param>
internal sealed record TailRead(IOperation Place, Frame Frame, string What)
{
    public bool IsLocked => Frame.IsLocked(Place);

    /// <summary>Fields that the member sets: the last hash, kept for the next call.</summary>
    public static HashSet<ISymbol> KeptIn(IReadOnlyList<Frame> frames)
    {
        var kept = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var frame in frames)
            foreach (var operation in frame.Operations)
                if (operation is ISimpleAssignmentOperation
                    { Target: IFieldReferenceOperation { Field: var field } target }
                    && Sharing.IsShared(target, frame))
                    kept.Add(field);
        return kept;
    }

    /// <summary>The read of the same table, file, set of entities or collection, or of a field that is kept; null when
    /// there is none.</summary>
    public static TailRead? Before(Effect append, HashSet<ISymbol> kept, IReadOnlyList<Effect> effects)
    {
        if (ApiCall.From(append.Operation) is not { } call)
            return null;
        var values = append.Values.IsEmpty ? call.Arguments : append.Values;
        foreach (var value in values)
            foreach (var (part, frame) in ValueFlow.Behind(value, append.Frame))
                if (Find(part, frame, append, call, kept, effects) is { } what)
                    return new(part, frame, what);
        return null;
    }

    static string? Find(
        IOperation part, Frame frame, Effect append, ApiCall call, HashSet<ISymbol> kept,
        IReadOnlyList<Effect> effects)
    {
        foreach (var effect in frame.EffectsAt(part))
            if (effect.Kind == EffectKind.Read && IsTailOf(effect, append))
                return append.Technology == Files.Technology ? "the file" : $"'{append.Target}'";
        foreach (var head in frame.EffectsAt(part))
            if (head is { Kind: EffectKind.Read, Technology.IsSharedStore: true, Key.Length: > 0, Statement: null }
                && effects.Any(moved => moved.Kind == EffectKind.Overwrite && moved.IsSamePlaceAs(head)))
                return $"'{head.Key}'";
        if (part is IFieldReferenceOperation { Field: var field } && kept.Contains(field))
            return $"'{field.Name}'";
        if (append.Technology == EntityFramework.Technology)
            return part is IPropertyReferenceOperation { Type: INamedTypeSymbol { Name: "DbSet",
                TypeArguments: [var row] } }
                && append.Target == row.Name && IsQueried(part)
                ? $"'{row.Name}'" : null;
        // A list that is changed without a lock is broken anyhow: SK1013.
        return EntryCollections.IsInMemory(append.Technology) && (append.IsLocked || IsForConcurrentCallers(call))
            && call.Receiver is { } receiver
            && part is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member
            && SymbolEqualityComparer.Default.Equals(member.Member, EntryCollections.FieldOf(receiver, append.Frame))
            && member.Type?.SpecialType == SpecialType.None && Sharing.IsShared(member, frame)
            ? $"'{member.Member.Name}'" : null;
    }

    /// <summary>Of SQL, the same table, of whose rows not one is asked for by the entry's own key.</summary>
    static bool IsTailOf(Effect read, Effect append) =>
        read.IsSamePlaceAs(append)
        && (read.Technology == Files.Technology
            || (read.Statement is { } statement && append.Statement is not null && statement != append.Statement
                && IsOrdered(read)));

    /// <summary>
    /// <c>ORDER BY … LIMIT 1</c>, <c>TOP</c>, <c>MAX(…)</c>, <c>COUNT(*)</c>: the last row, or the next number.
    /// </summary>
    static bool IsOrdered(Effect read) => read.Text is { } text
        && Sql.SqlTokenizer.Tokenize(text.Text).Any(token =>
            token.Is("ORDER") || token.Is("MAX") || token.Is("COUNT"));

    static bool IsForConcurrentCallers(ApiCall call) =>
        call.Receiver?.Type?.ContainingNamespace?.FullName() is "System.Collections.Concurrent"
            or "System.Collections.Immutable";

    /// <summary>An element of a query; the set itself is what is added to.</summary>
    static bool IsQueried(IOperation set) => set.Parent is not IInvocationOperation { TargetMethod.Name: var name }
        || !name.StartsWith("Add", StringComparison.Ordinal);
}
