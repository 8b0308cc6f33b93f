using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.AppendOnly;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Sql;

namespace StorageKit.Analyzers.Flow;

/// <summary>
/// Finds the steps in the methods that an entry point runs, from their effects and from unknown calls.
/// </summary>
internal sealed class StepFinder
{
    readonly Dictionary<Frame, IReadOnlyList<Step>> found = [];
    readonly IReadOnlyList<Effect> effects;

    public StepFinder(IReadOnlyList<Frame> frames, IReadOnlyList<Effect> effects)
    {
        this.effects = effects;
        foreach (var frame in frames)
        {
            var steps = new List<Step>();
            Find(frame.Root, frame, steps);
            found[frame] = steps;
        }

        All = [.. frames.SelectMany(frame => found[frame])];
    }

    /// <summary>The steps of all methods, helpers included.</summary>
    public IReadOnlyList<Step> All { get; }

    public IReadOnlyList<Step> In(Frame frame) => found.TryGetValue(frame, out var steps) ? steps : [];

    void Find(IOperation operation, Frame frame, List<Step> steps)
    {
        if (operation is ILocalFunctionOperation)
            return;
        foreach (var child in operation.ChildOperations)
            Find(child, frame, steps);
        if (KindOf(operation, frame) is { } kind)
            steps.Add(new(kind, operation, frame));
    }

    StepKind? KindOf(IOperation operation, Frame frame)
    {
        var effectsHere = frame.EffectsAt(operation);
        foreach (var effect in effectsHere)
            if (KindOf(effect) is { } kind)
                return kind;
        if (effectsHere.Count > 0 || frame.CalleeAt(operation) is not null)
            return null;
        return operation switch
        {
            ISimpleAssignmentOperation assignment when IsKept(assignment.Target)
                && EntryFlow.DependsOnEntry(assignment.Value, frame) => StepKind.MemoryWrite,
            IInvocationOperation call => KindOf(call, frame),
            _ => null,
        };
    }

    StepKind? KindOf(Effect effect) => effect.Kind switch
    {
        EffectKind.Stage when IsConsole(effect.Operation) => null,
        EffectKind.Stage when IsOfThisCall(effect) => StepKind.Write,
        EffectKind.Stage => StepKind.Stage,
        EffectKind.Flush => StepKind.Flush,
        EffectKind.Execute => Runs(effect) ? StepKind.Write : null,
        EffectKind.Begin or EffectKind.BeginWeak => StepKind.Begin,
        EffectKind.Commit => IsRollback(effect.Operation) ? null : StepKind.Commit,
        EffectKind.Append or EffectKind.Overwrite or EffectKind.CreateOnly or EffectKind.AtomicUpdate
            or EffectKind.CompareAndSet or EffectKind.Delete or EffectKind.Truncate => KindOfWrite(effect),
        _ => null,
    };

    /// <summary>
    /// With ADO.NET the text arrives before it runs; opening a file writes nothing; a number in a field is no stored
    /// entry.
    /// </summary>
    static StepKind? KindOfWrite(Effect effect) =>
        IsNoted(effect) ? StepKind.Stage
        : IsOpening(effect) || effect.Technology == AdoNet.Commands || effect.Technology == Fields.Technology
        || effect.Technology == InterlockedCalls.Technology || effect.Technology == StackExchangeRedis.Conditions
        || (effect.Technology == Dapper.Technology && effect.Operation is IObjectCreationOperation)
            ? null
        : effect.Technology.IsSharedStore ? StepKind.Write
        : StepKind.MemoryWrite;

    /// <summary>EF Core's change tracker; its bulk calls write at once.</summary>
    static bool IsNoted(Effect effect) =>
        effect.Technology == EntityFramework.Technology
        && effect.Operation is not IInvocationOperation { TargetMethod.Name: "ExecuteDelete" or "ExecuteDeleteAsync"
            or "ExecuteUpdate" or "ExecuteUpdateAsync" };

    static bool IsOpening(Effect effect) =>
        effect.Technology == Files.Streams
        || (effect.Technology == Files.Technology && effect.Values.IsEmpty
            && effect.Operation is not IInvocationOperation
                { TargetMethod.Name: "Move" or "Copy" or "Replace" or "Delete" });

    /// <summary>
    /// Running a command writes, unless every text that the command may have got only reads. A command whose text is
    /// not known writes.
    /// </summary>
    bool Runs(Effect execute)
    {
        var command = CommandOf(execute.Operation);
        var texts = effects.Where(effect =>
            effect.Technology == AdoNet.Commands && effect.Frame == execute.Frame && effect.Statement is not null
            && (command is null || CommandOf(effect.Operation) is not { } other
                || SymbolEqualityComparer.Default.Equals(other, command))).ToList();
        return texts.Count == 0
            ? execute.Operation is IInvocationOperation
                { TargetMethod.Name: "ExecuteNonQuery" or "ExecuteNonQueryAsync" }
            : texts.Any(text => text.Statement!.Verb is not (SqlVerb.Select or SqlVerb.Begin or SqlVerb.BeginExclusive
                or SqlVerb.Commit));
    }

    /// <summary>The variable that holds the command; null where it has none.</summary>
    static ISymbol? CommandOf(IOperation operation)
    {
        var receiver = operation switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } instance } } => instance,
            IInvocationOperation { Instance: { } instance, TargetMethod.Name: not "CreateCommand" } => instance,
            _ => null,
        };
        if (receiver is not null && Operands.RootOf(receiver) is ILocalReferenceOperation { Local: var local })
            return local;
        for (var parent = operation.Parent; receiver is null && parent is not null; parent = parent.Parent)
            if (parent is IVariableDeclaratorOperation { Symbol: var declared })
                return declared;
        return null;
    }

    static bool IsConsole(IOperation operation) => operation is IInvocationOperation
        { Instance: IPropertyReferenceOperation { Property.ContainingType.Name: "Console" } };

    static bool IsRollback(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.Name: "Rollback" or "RollbackAsync" };

    /// <summary>A stream of this call is written when it is disposed; one that is kept is not.</summary>
    static bool IsOfThisCall(Effect effect) =>
        effect.Technology == Streams.Technology && effect.Operation is IInvocationOperation { Instance: { } stream }
        && Operands.RootOf(stream) is ILocalReferenceOperation local
        && !effect.Frame.Body.DefinitionsOf(local).Any(definition =>
            Operands.RootOf(definition) is IFieldReferenceOperation);

    static bool IsKept(IOperation target) =>
        target is IFieldReferenceOperation or IPropertyReferenceOperation or IArrayElementReferenceOperation
        && Operands.RootOf(target) is IMemberReferenceOperation
            { Instance: null or IInstanceReferenceOperation
                { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } };

    static StepKind? KindOf(IInvocationOperation call, Frame frame)
    {
        var method = call.TargetMethod;
        var space = method.ContainingType?.ContainingNamespace?.FullName() ?? "";
        if (space.StartsWith("System.Collections", StringComparison.Ordinal))
            return Sharing.IsShared(ReceiverOf(call), frame) && TakesEntry(call, frame) && ChangesReceiver(method)
                ? StepKind.MemoryWrite : null;
        if (method.ContainingType?.Name is "Interlocked" or "Volatile" or "ImmutableInterlocked")
            return TakesEntry(call, frame) ? StepKind.MemoryWrite : null;
        if (method.MethodKind == MethodKind.LocalFunction || HarmlessCalls.Contains(method))
            return null;
        return EndsHere(call) || TakesEntry(call, frame) ? StepKind.Unknown : null;
    }

    static IOperation ReceiverOf(IInvocationOperation call) =>
        call.Instance ?? (call.Arguments.IsEmpty ? call : call.Arguments[0].Value);

    /// <summary>Immutable collections answer with a new one; storing that is the write.</summary>
    static bool ChangesReceiver(IMethodSymbol method) =>
        method.ReturnsVoid
        || (method.ReturnType.SpecialType is SpecialType.System_Boolean
            && !method.Name.StartsWith("Contains", StringComparison.Ordinal))
        || method.ContainingType.Name is "LinkedList";

    /// <summary>True for a call that answers nothing, or a task: it is made for what it does.</summary>
    static bool EndsHere(IInvocationOperation call) =>
        call.TargetMethod.ReturnsVoid || call.TargetMethod.ReturnType.Name is "Task" or "ValueTask"
        || call.Parent is IExpressionStatementOperation;

    public static bool TakesEntry(IInvocationOperation call, Frame frame)
    {
        foreach (var argument in call.Arguments)
            if (EntryFlow.DependsOnEntry(argument.Value, frame))
                return true;
        return call.Instance is { } receiver && receiver is not IInstanceReferenceOperation
            && EntryFlow.DependsOnEntry(receiver, frame);
    }
}
