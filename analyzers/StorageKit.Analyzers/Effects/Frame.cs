using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Effects;

/// <summary>
/// A method as reached through one chain of calls: parameters stand for the caller's arguments, and the caller's locks
/// are held. So a private helper is judged as it is used, not as it might be.
/// </summary>
internal sealed class Frame(
    MethodBody body, IOperation root, Store store, Frame? caller = null, IOperation? call = null)
{
    Dictionary<IOperation, List<Effect>>? effects;
    Dictionary<IOperation, Frame>? calls;
    ImmutableArray<IOperation> operations;
    ImmutableArray<IOperation> ownOperations;

    List<IOperation>? unknownTexts;

    public MethodBody Body => body;

    /// <summary>What is walked: the method's body, or that of a local function in it.</summary>
    public IOperation Root => root;

    /// <summary>Everything in <see cref="Root"/>, a parent before its children.</summary>
    public ImmutableArray<IOperation> Operations =>
        root == body.Root ? body.Operations
        : operations.IsDefault ? operations = [.. root.Descendants()]
        : operations;

    /// <summary>
    /// <see cref="Root"/> and what it runs itself: what stands in lambdas too, what stands in local functions not.
    /// </summary>
    public ImmutableArray<IOperation> OwnOperations =>
        ownOperations.IsDefault ? ownOperations = FindOwn() : ownOperations;

    public Store Store => store;

    public Frame? Caller => caller;

    public int Depth { get; } = caller is null ? 0 : caller.Depth + 1;

    /// <summary>The entry point: a contract member, or another method that no method of the store calls.</summary>
    public IMethodSymbol EntryPoint => caller is null ? body.Method : caller.EntryPoint;

    public void Add(Effect effect)
    {
        if (!(effects ??= []).TryGetValue(effect.Operation, out var list))
            effects.Add(effect.Operation, list = []);
        list.Add(effect);
    }

    public void Add(IOperation callSite, Frame callee) => (calls ??= [])[callSite] = callee;

    /// <summary>Notes an operand that is run as SQL, of which nothing is known.</summary>
    public void AddUnknownText(IOperation operand) => (unknownTexts ??= []).Add(operand);

    /// <summary>The operands that are run as SQL, and of which nothing is known.</summary>
    public IReadOnlyList<IOperation> UnknownTexts => unknownTexts ?? [];

    public IReadOnlyList<Effect> EffectsAt(IOperation operation) =>
        effects is not null && effects.TryGetValue(operation, out var found) ? found : [];

    public Frame? CalleeAt(IOperation operation) =>
        calls is not null && calls.TryGetValue(operation, out var frame) ? frame : null;

    /// <summary>The operation that the caller passed, together with the frame to read it in.</summary>
    public (IOperation Value, Frame Frame)? Argument(IParameterSymbol parameter)
    {
        // A local function sees the parameters of the method around it.
        for (var frame = this; frame?.Caller is { } outer; frame = outer)
        {
            if (frame.CallSite is not IInvocationOperation invocation)
                continue;
            foreach (var argument in invocation.Arguments)
                if (argument.Parameter?.Ordinal == parameter.Ordinal && frame.Declares(parameter))
                    return (argument.Value, outer);
        }

        return null;
    }

    /// <summary>True for code that already runs in this chain: recursion is not followed.</summary>
    public bool IsRunning(IOperation code) => root == code || (caller?.IsRunning(code) ?? false);

    public bool IsLocked(IOperation operation) => HeldLock.At(operation, this).Count > 0;

    /// <summary>
    /// True when <c>this</c> is an object that other callers see too: the store, or an object it keeps.
    /// </summary>
    public bool IsThisShared() =>
        caller is null || InstanceOf(call) is not { } instance || Sharing.IsShared(instance, caller);

    /// <summary>The call in <see cref="Caller"/> that this frame is the target of.</summary>
    public IOperation? CallSite => call;

    ImmutableArray<IOperation> FindOwn()
    {
        var found = ImmutableArray.CreateBuilder<IOperation>(Operations.Length + 1);
        Add(root);
        return found.ToImmutable();

        void Add(IOperation operation)
        {
            found.Add(operation);
            foreach (var child in operation.ChildOperations)
                if (child is not ILocalFunctionOperation)
                    Add(child);
        }
    }

    static IOperation? InstanceOf(IOperation? call) => call switch
    {
        IInvocationOperation { Instance: { } instance } => instance,
        IPropertyReferenceOperation { Instance: { } instance } => instance,
        _ => null,
    };

    bool Declares(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol owner
        && (SymbolEqualityComparer.Default.Equals(owner.OriginalDefinition, body.Method.OriginalDefinition)
            || body.LocalFunction(owner) == root
            || (call is IInvocationOperation target
                && SymbolEqualityComparer.Default.Equals(
                owner.OriginalDefinition, target.TargetMethod.OriginalDefinition)));
}
