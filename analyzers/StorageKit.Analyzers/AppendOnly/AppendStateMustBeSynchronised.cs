using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Flow;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// SK1013: what an append-only member changes in fields of the store, it changes under a lock, unless the object is
/// made for concurrent callers. A method that only a queue's reader runs is not reached from the member, and is not
/// asked.
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
                if (Changes(effect) is var (field, what) && !effect.IsLocked
                    && !StepPlaces.RunsElsewhere(effect.Operation, effect.Frame) && reported.Add(field))
                    yield return At(effect, member.DisplayName, field.Name, what);
            foreach (var frame in store.FramesOf(member.Implementation))
                foreach (var operation in frame.Operations)
                    if (BuiltTextOf(operation, frame) is { } text && !frame.IsLocked(operation)
                        && !StepPlaces.RunsElsewhere(operation, frame) && reported.Add(text))
                        yield return new(
                            operation.Syntax.GetLocation(), frame,
                            [member.DisplayName, text.Name, "a 'StringBuilder'"]);
                    else if (KeptEntryOf(operation, frame) is { } kept && !frame.IsLocked(operation)
                        && !StepPlaces.RunsElsewhere(operation, frame) && reported.Add(kept))
                        yield return new(
                            operation.Syntax.GetLocation(), frame,
                            [member.DisplayName, kept.Name, "which holds one call's entry until it is read again"]);
        }
    }

    static (ISymbol Field, string What)? Changes(Effect effect)
    {
        if (effect.Kind == EffectKind.Execute)
            return CommandOf(effect) is { } command ? (command, "a command with its parameters") : null;
        if (effect.Technology == Fields.Technology)
            return effect is { Kind: EffectKind.Overwrite, Field: { } counter } && DependsOn(effect, counter)
                ? (counter, "a number that is read and written in two steps") : null;
        if (effect.Kind is EffectKind.Read
            || ApiCall.From(effect.Operation)?.Receiver is not { } receiver
            || EntryCollections.FieldOf(receiver, effect.Frame) is not { } field
            || TypeOf(receiver, field, effect.Frame) is not { } type || !IsForOneThread(effect, type))
            return null;
        return (field, $"a '{type.Name}'");
    }

    /// <summary>
    /// The field of the store that keeps the command; one that is passed in may belong to a single caller.
    /// </summary>
    static ISymbol? CommandOf(Effect execute) =>
        execute.Operation is IInvocationOperation { Instance: { } command }
        && Operands.Unwrap(command) is IFieldReferenceOperation { Field: var field } reference
        && IsCommand(field.Type) && Sharing.IsShared(reference, execute.Frame)
        && execute.Frame.Operations.Any(operation => operation is ISimpleAssignmentOperation
            { Target: IPropertyReferenceOperation { Property.Name: "Value" } value }
            && Operands.RootOf(value) is IFieldReferenceOperation { Field: var owner }
            && SymbolEqualityComparer.Default.Equals(owner, field))
            ? field : null;

    static bool IsCommand(ITypeSymbol type)
    {
        for (var own = type; own is not null; own = own.BaseType)
            if (own is { Name: "DbCommand", ContainingNamespace.Name: "Common" })
                return true;
        return false;
    }

    /// <summary>The field of a <c>StringBuilder</c> that the call appends to.</summary>
    static ISymbol? BuiltTextOf(IOperation operation, Frame frame) =>
        operation is IInvocationOperation { TargetMethod: { ContainingType.Name: "StringBuilder" } method,
            Instance: { } text }
        && (method.Name.StartsWith("Append", StringComparison.Ordinal) || method.Name is "Insert" or "Clear")
        && Operands.RootOf(text) is IMemberReferenceOperation member && Sharing.IsShared(member, frame)
            ? member.Member : null;

    /// <summary>
    /// The field that gets the entry and is read again after that: another call may have set it in between. What is
    /// read before it is set links entries, and is for other rules.
    /// </summary>
    static ISymbol? KeptEntryOf(IOperation operation, Frame frame) =>
        operation is ISimpleAssignmentOperation { Target: IFieldReferenceOperation
            { Instance: IInstanceReferenceOperation, Field: var field } target } assignment
        && Sharing.IsShared(target, frame) && EntryFlow.CarriesEntry(assignment.Value, frame)
        && frame.Operations.Any(read => read is IFieldReferenceOperation { Field: var other }
            && SymbolEqualityComparer.Default.Equals(other, field)
            && read.Syntax.SpanStart >= assignment.Syntax.Span.End)
            ? field : null;

    /// <summary>What the object is made as, where the field only says that it is an <c>IList</c>.</summary>
    static ITypeSymbol? TypeOf(IOperation receiver, ISymbol field, Frame frame) =>
        receiver.Type is not { TypeKind: TypeKind.Interface } ? receiver.Type
        : Operands.Unwrap(receiver) is IMemberReferenceOperation
            && frame.Store.Bodies.InitialValue(field, frame.Store.CancellationToken) is { } initial
            && Operands.Unwrap(initial) is IObjectCreationOperation { Type: var created } ? created
        : null;

    static bool IsForOneThread(Effect effect, ITypeSymbol type)
    {
        if (effect.Technology == Sequences.Immutable)
            return IsSetFromItself(effect.Operation);
        if (effect.Technology == Streams.Technology)
            return type.Name is "StreamWriter" or "FileStream" && effect.Kind is EffectKind.Stage
                && ApiCall.From(effect.Operation) is { Receiver: { } writer } && Sharing.IsShared(writer, effect.Frame);
        return (effect.Technology == Sequences.Technology || effect.Technology == Dictionaries.Technology)
            && type.ContainingNamespace?.FullName() == "System.Collections.Generic";
    }

    /// <summary><c>list = list.Add(entry)</c>: what another caller set in between is lost.</summary>
    static bool IsSetFromItself(IOperation call) =>
        call is IInvocationOperation { Instance: IFieldReferenceOperation { Field: var read } }
        && call.Parent is ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Field: var set } }
        && SymbolEqualityComparer.Default.Equals(read, set);

    static bool DependsOn(Effect write, ISymbol field) =>
        write.Values.Any(value => value.DescendantsAndSelf().Any(part =>
            part is IMemberReferenceOperation { Member: var member }
            && SymbolEqualityComparer.Default.Equals(member, field)));

    /// <summary>
    /// A flag that is taken with compare-and-exchange, or an exclusive scheduler: not for this rule to judge.
    /// </summary>
    static bool TakesALockOfItsOwn(Frame frame) => frame.Operations.Any(operation =>
        operation is IInvocationOperation { TargetMethod: { Name: "CompareExchange" or "Exchange",
            ContainingType.Name: "Interlocked" } }
            or IInvocationOperation { TargetMethod: { Name: "StartNew", ContainingType.Name: "TaskFactory" } });
}
