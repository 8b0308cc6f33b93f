using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Sql;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// Calls that run a delegate for several entries at once, where the delegate stores the entry that it is given:
/// Parallel,
/// <c>WhenAll</c> over a Select, and workers that are started in a loop and take from one queue.
/// </summary>
internal sealed class ConcurrentEmits(ContractTypes contracts)
{
    /// <summary>The concurrent calls in these methods that store what they are given.</summary>
    public IEnumerable<(IOperation Operation, Frame Frame)> In(IReadOnlyList<Frame> frames)
    {
        foreach (var frame in frames)
            foreach (var operation in frame.Operations)
                if (operation is IInvocationOperation call && (IsConcurrent(call, frame) || CollectsTasks(call, frame)))
                    yield return (call, frame);
    }

    /// <summary>
    /// What stands beside a call of <see cref="IsCandidate"/>, and in few files: "For" is in every one.
    /// </summary>
    public static ImmutableArray<string> Names { get; } = ["Parallel", "ForAll", "WhenAll"];

    static bool IsCandidate(IMethodSymbol method) => method switch
    {
        { ContainingType.Name: "Parallel", Name: "ForEach" or "ForEachAsync" or "For" or "ForAsync" } => true,
        { ContainingType.Name: "ParallelEnumerable", Name: "ForAll" } => true,
        { ContainingType.Name: "Task", Name: "WhenAll" } => true,
        _ => false,
    };

    bool IsConcurrent(IInvocationOperation call, Frame frame) =>
        DelegateOf(call, frame) is { } work
        && !(call.TargetMethod.ContainingType.Name == "Parallel" && IsSequential(call, frame))
        && Emits(work, frame, source => IsElement(source, work) || IsQueueRead(source));

    /// <summary>The delegate that runs several times at once.</summary>
    static IOperation? DelegateOf(IInvocationOperation call, Frame frame) => call.TargetMethod switch
    {
        { Name: "WhenAll", ContainingType.Name: "Task" } =>
            call.Arguments is [{ Value: var tasks }] ? SelectorOf(tasks, frame) : null,
        { Name: "Run" or "StartNew", ContainingType.Name: "Task" or "TaskFactory" } when IsStartedInLoop(call) =>
            Target(call.Arguments[0].Value),
        var method when IsCandidate(method) => call.Arguments.Select(argument => Target(argument.Value))
            .LastOrDefault(target => target is not null),
        _ => null,
    };

    /// <summary>The selector of the Select that made a sequence of tasks, through ToList and the like.</summary>
    static IOperation? SelectorOf(IOperation tasks, Frame frame)
    {
        for (var steps = 8; steps > 0; steps--)
        {
            tasks = Operands.Unwrap(tasks);
            if (tasks is ILocalReferenceOperation local && frame.Body.DefinitionsOf(local) is [var definition])
                tasks = definition;
            else if (ApiCall.From(tasks) is not { Member.Name: var name, Receiver: { } receiver } call)
                return null;
            else if (name is "Select" or "SelectMany")
                return call.Argument(0) is { } selector ? Target(selector) : null;
            else
                tasks = receiver;
        }

        return null;
    }

    static IOperation? Target(IOperation argument) =>
        Operands.Unwrap(argument) is IDelegateCreationOperation { Target: var target } ? target : null;

    static bool IsSequential(IInvocationOperation call, Frame frame) => call.Arguments.Any(argument =>
        PassedObjects.CreationOf(argument.Value, frame) is { Initializer: { } initializer }
        && initializer.Initializers.OfType<ISimpleAssignmentOperation>().Any(set =>
            set is { Target: IPropertyReferenceOperation { Property.Name: "MaxDegreeOfParallelism" },
                Value.ConstantValue: { HasValue: true, Value: 1 } }));

    /// <summary>
    /// <c>tasks.Add(EmitAsync(entry))</c> in a loop over entries, where all of them are awaited later.
    /// </summary>
    bool CollectsTasks(IInvocationOperation call, Frame frame) =>
        call is { TargetMethod.Name: "Add", Instance: ILocalReferenceOperation list, Arguments: [{ Value: var task }] }
        && LoopAround(call) is IForEachLoopOperation { IsAsynchronous: false } loop
        && Operands.Unwrap(task) is IInvocationOperation started && started.Type?.Name is "Task" or "ValueTask"
        && task is not IAwaitOperation
        && frame.Operations.Any(operation => operation is IInvocationOperation
            { TargetMethod: { Name: "WhenAll", ContainingType.Name: "Task" }, Arguments: [{ Value: var all }] }
            && Operands.Unwrap(all) is ILocalReferenceOperation awaited
            && SymbolEqualityComparer.Default.Equals(awaited.Local, list.Local))
        && Emits(started, frame, source => source == Operands.Unwrap(loop.Collection));

    static bool IsStartedInLoop(IInvocationOperation call) =>
        call.Arguments.Length > 0 && call.Parent is not IAwaitOperation && LoopAround(call) is not null;

    static ILoopOperation? LoopAround(IOperation operation)
    {
        for (var parent = operation.Parent;
            parent is not null and not IAnonymousFunctionOperation;
            parent = parent.Parent)
            if (parent is ILoopOperation loop)
                return loop;
        return null;
    }

    /// <summary>True when the code stores something that comes from a source.</summary>
    bool Emits(IOperation code, Frame frame, Func<IOperation, bool> isSource)
    {
        foreach (var operation in code.DescendantsAndSelf())
        {
            if (operation is IMethodReferenceOperation { Method: var method } && IsAppendOnly(method))
                return true;
            if (operation is IInvocationOperation call && IsAppendOnly(call.TargetMethod)
                && call.Arguments.Any(argument => Depends(argument.Value, frame, isSource)))
                return true;
            if (frame.EffectsAt(operation).Any(effect => Appends(effect)
                && (effect.Values.Any(value => Depends(value, frame, isSource))
                    || (ApiCall.From(operation) is { } api
                        && api.Arguments.Any(value => Depends(value, frame, isSource))))))
                return true;
            if (frame.CalleeAt(operation) is { } callee && Emits(
                callee.Root, callee,
                source => isSource(source) || (operation is IMethodReferenceOperation
                    && IsParameterOf(source, callee))))
                return true;
        }

        return false;
    }

    bool IsAppendOnly(IMethodSymbol method) =>
        method.ContainingType.TypeKind == TypeKind.Interface
        && (contracts.PromisesOf(method.OriginalDefinition) & Promises.AppendOnly) != 0;

    public static bool Appends(Effect effect) =>
        effect.Kind is EffectKind.Append || effect.Statement is { Verb: SqlVerb.Insert };

    static bool Depends(IOperation value, Frame frame, Func<IOperation, bool> isSource) =>
        Sources.Any(value, frame, (operation, _) => isSource(operation));

    /// <summary>A parameter of the delegate itself.</summary>
    static bool IsElement(IOperation source, IOperation work) =>
        source is IParameterReferenceOperation { Parameter.ContainingSymbol: var owner }
        && work is IAnonymousFunctionOperation { Symbol: var lambda }
            && SymbolEqualityComparer.Default.Equals(owner, lambda);

    static bool IsParameterOf(IOperation source, Frame callee) =>
        source is IParameterReferenceOperation { Parameter.ContainingSymbol: var owner }
        && SymbolEqualityComparer.Default.Equals(owner.OriginalDefinition, callee.Body.Method.OriginalDefinition);

    /// <summary>What several workers take from one queue.</summary>
    public static bool IsQueueRead(IOperation source) =>
        source is IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: var type } }
        && name is "ReadAsync" or "TryRead" or "ReadAllAsync" or "Take" or "TryTake" or "TryDequeue"
            or "GetConsumingEnumerable"
        && type is "ChannelReader" or "BlockingCollection" or "ConcurrentQueue";
}
