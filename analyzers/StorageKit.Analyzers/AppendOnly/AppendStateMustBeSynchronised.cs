using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Flow;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// SK1013: what an append-only member changes in fields of the store, it changes under a lock, unless the object is made
/// for concurrent callers. A method that only a queue's reader runs is not reached from the member, and is not asked.
/// </summary>
internal sealed class AppendStateMustBeSynchronised() : StoreRule(Descriptors.SK1013_AppendStateMustBeSynchronised)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AppendOnly))
        {
            if (store.FramesOf(member.Implementation).Any(TakesALockOfItsOwn))
                continue;
            var reported = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            foreach (var effect in store.EffectsOf(member.Implementation))
                if (Changes(effect) is var (field, what) && !effect.IsLocked && !RunsElsewhere(effect)
                    && reported.Add(field))
                    yield return At(effect, member.DisplayName, field.Name, what);
        }
    }

    static (ISymbol Field, string What)? Changes(Effect effect)
    {
        if (effect.Technology == Fields.Technology)
            return effect is { Kind: EffectKind.Overwrite, Field: { } counter } && DependsOn(effect, counter)
                ? (counter, "a number that is read and written in two steps") : null;
        if (effect.Kind is EffectKind.Read or EffectKind.Execute
            || ApiCall.From(effect.Operation)?.Receiver is not { } receiver
            || !IsForOneThread(effect, receiver.Type)
            || EntryCollections.FieldOf(receiver, effect.Frame) is not { } field)
            return null;
        return (field, $"a '{receiver.Type!.Name}'");
    }

    static bool IsForOneThread(Effect effect, ITypeSymbol? type)
    {
        if (type is null || type.TypeKind == TypeKind.Interface)
            return false;
        if (effect.Technology == Streams.Technology)
            return type.Name is "StreamWriter" && effect.Kind is EffectKind.Stage
                && ApiCall.From(effect.Operation) is { Receiver: { } writer } && Sharing.IsShared(writer, effect.Frame);
        return (effect.Technology == Sequences.Technology || effect.Technology == Dictionaries.Technology)
            && type.ContainingNamespace?.ToDisplayString() == "System.Collections.Generic";
    }

    static bool DependsOn(Effect write, ISymbol field) =>
        write.Values.Any(value => value.DescendantsAndSelf().Any(part =>
            part is IMemberReferenceOperation { Member: var member }
            && SymbolEqualityComparer.Default.Equals(member, field)));

    /// <summary>
    /// In a lambda that a call which is not known runs, perhaps one at a time; <c>Task.Run</c> does not.
    /// </summary>
    static bool RunsElsewhere(Effect effect)
    {
        for (var (operation, frame) = (effect.Operation, effect.Frame); frame is not null;
            (operation, frame) = (frame.CallSite!, frame.Caller))
            if (BodyFlow.FunctionAround(operation) is IAnonymousFunctionOperation lambda
                && StepPlaces.CallWith(lambda) is not IInvocationOperation
                    { TargetMethod: { Name: "Run", ContainingType.Name: "Task" } })
                return true;
        return false;
    }

    /// <summary>A flag that is taken with compare-and-exchange, or an exclusive scheduler: not for this rule to judge.</summary>
    static bool TakesALockOfItsOwn(Frame frame) => frame.Root.Descendants().Any(operation =>
        operation is IInvocationOperation { TargetMethod: { Name: "CompareExchange" or "Exchange",
            ContainingType.Name: "Interlocked" } }
            or IInvocationOperation { TargetMethod: { Name: "StartNew", ContainingType.Name: "TaskFactory" } });
}
