using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// Sorting, grouping and reversing of entries on their way into the store. Sorting by a number keeps an order that the
/// caller gave, and grouping by session keeps every chain.
/// </summary>
internal static class RegroupedEntries
{
    /// <summary>The calls that give the stored entries another order.</summary>
    public static IEnumerable<(IOperation Operation, Frame Frame)> In(IReadOnlyList<Effect> reached)
    {
        var found = new List<(IOperation, Frame)>();
        foreach (var effect in reached)
            if (ConcurrentEmits.Appends(effect))
                foreach (var value in effect.Values)
                    Sources.Any(value, effect.Frame, (operation, frame) =>
                    {
                        if (operation is IInvocationOperation call && Reorders(call) && IsGiven(call, frame))
                            found.Add((operation, frame));
                        return false;
                    });
        return found;
    }

    static bool Reorders(IInvocationOperation call) =>
        call.TargetMethod is { ContainingType.Name: "Enumerable" or "MemoryExtensions", Name: var name }
        && (name is "Reverse" or "OrderByDescending" or "Shuffle"
            || (name is "OrderBy" or "GroupBy" && call.TargetMethod.TypeArguments is [_, var key, ..]
                && LosesOrder(key)));

    /// <summary>Time stamps tie and step back, names and hashes have no order at all.</summary>
    static bool LosesOrder(ITypeSymbol key) =>
        key.SpecialType is SpecialType.System_String or SpecialType.System_DateTime
        || key.Name is "DateTimeOffset" or "Guid" or "Hash256";

    static bool IsGiven(IInvocationOperation call, Frame frame) =>
        ApiCall.From(call)?.Receiver is { } entries
        && (EntryFlow.CarriesEntry(entries, frame)
            || Sources.Any(entries, frame, (operation, _) => ConcurrentEmits.IsQueueRead(operation)));
}
