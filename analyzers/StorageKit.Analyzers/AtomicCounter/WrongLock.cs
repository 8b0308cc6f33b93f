using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// A read-modify-write of a value in this process under a lock that does not fit it: the instance's lock for a static
/// value, another lock than the other methods take, a semaphore that lets several in.
/// </summary>
internal static class WrongLock
{
    public static IEnumerable<Violation> Find(Store store)
    {
        if (!store.MembersWith(Promises.AtomicReadModifyWrite).Any())
            yield break;
        var first = new Dictionary<string, List<HeldLock>>(StringComparer.Ordinal);
        foreach (var write in store.AllEffects)
        {
            if (!IsUpdate(write))
                continue;
            var held = HeldLock.At(write.Operation, write.Frame)
                .Where(section => LockObject.FaultOf(section) is null).ToList();
            if (held.Count == 0 || held.Any(section => section.Field is null))
                continue;
            if (FaultOf(held, write, store) is { } fault)
                yield return new(held[0].Location, held[0].Frame, [store.Type.Name, fault]);
            else if (!first.TryGetValue(write.Target, out var others))
                first.Add(write.Target, held);
            else if (!others.Any(other => held.Any(section => IsSame(other, section))))
                yield return new(
                    held[0].Location, held[0].Frame,
                    [store.Type.Name,
                        $"locks '{held[0].Field!.Name}' for what '{others[0].Field!.Name}' guards elsewhere"]);
        }
    }

    static bool IsSame(HeldLock one, HeldLock other) => SymbolEqualityComparer.Default.Equals(one.Field, other.Field);

    /// <summary>A change in this process; one that only stores what it is given changes it for others too.</summary>
    static bool IsUpdate(Effect effect) =>
        effect.Kind is EffectKind.Overwrite or EffectKind.Delete or EffectKind.CreateOnly
        && (effect.Technology == Fields.Technology || effect.Technology == Dictionaries.Technology)
        && effect.Target.Length > 0 && effect.Target[0] != '?'
        && effect.Frame.EntryPoint.MethodKind is not (MethodKind.Constructor or MethodKind.StaticConstructor);

    static string? FaultOf(List<HeldLock> held, Effect write, Store store)
    {
        if (held.All(section => !section.Field!.IsStatic) && IsStatic(write))
            return $"locks '{held[0].Field!.Name}', one per instance, for what all instances share";
        return held.All(section => Admits(section.Field!, store) > 1)
            ? $"enters '{held[0].Field!.Name}', which lets {Admits(held[0].Field!, store)} callers in at once"
            : null;
    }

    static bool IsStatic(Effect write) =>
        write.Field is { IsStatic: true }
        || (write.Technology != Fields.Technology && ApiCall.From(write.Operation) is { Receiver: { } receiver }
            && Operands.Unwrap(receiver) is IFieldReferenceOperation { Field.IsStatic: true });

    /// <summary>How many a semaphore lets in, where it says so in its initializer; else one.</summary>
    static int Admits(IFieldSymbol field, Store store) =>
        field.Type.Name is "SemaphoreSlim" or "Semaphore"
        && store.Bodies.InitialValue(field, store.CancellationToken) is { } initial
        && Operands.Unwrap(initial) is IObjectCreationOperation { Arguments: [{ Value: var count }, ..] }
        && count.ConstantValue is { HasValue: true, Value: int admitted }
            ? admitted : 1;
}
