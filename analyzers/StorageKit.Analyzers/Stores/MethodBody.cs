using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Flow;

namespace StorageKit.Analyzers.Stores;

/// <summary>
/// A method's operations, with what every query asks of them: where locals get their values, what is locked.
/// </summary>
internal sealed class MethodBody
{
    readonly Definitions definitions = new();
    readonly Dictionary<IMethodSymbol, IOperation> localFunctions = new(SymbolEqualityComparer.Default);
    readonly List<IOperation> returns = [];
    readonly Lazy<BodyFlow> flow;
    readonly List<LockCall> enters = [];
    readonly List<LockCall> exits = [];

    public MethodBody(IMethodSymbol method, IOperation root, EffectTable table)
    {
        (Method, Root, Operations) = (method, root, [.. root.Descendants()]);
        Collect(root);
        foreach (var operation in Operations)
            Collect(operation);
        Locks = LockRegion.FindAll(this, table, enters, exits);
        flow = new(() => new(root));
    }

    public IMethodSymbol Method { get; }

    public IOperation Root { get; }

    /// <summary>
    /// Everything in the body, a parent before its children; kept, because nearly every rule looks through it.
    /// </summary>
    public ImmutableArray<IOperation> Operations { get; }

    public IReadOnlyList<LockRegion> Locks { get; }

    /// <summary>The calls that enter locks.</summary>
    public IReadOnlyList<LockCall> LockEnters => enters;

    /// <summary>The calls that leave them.</summary>
    public IReadOnlyList<LockCall> LockExits => exits;

    /// <summary>The control flow, found when a rule first asks for it.</summary>
    public BodyFlow Flow => flow.Value;

    /// <summary>The values that this method returns; an expression body has one.</summary>
    public IReadOnlyList<IOperation> Returns => returns;

    /// <summary>What a local, or a pattern or out variable, may have been set to when it is used here.</summary>
    public IReadOnlyList<IOperation> DefinitionsOf(ILocalReferenceOperation use) => definitions.Reaching(use);

    public IOperation? LocalFunction(IMethodSymbol method) =>
        localFunctions.TryGetValue(method.OriginalDefinition, out var body) ? body : null;

    void Collect(IOperation operation)
    {
        definitions.Collect(operation);
        if (operation is IReturnOperation { ReturnedValue: { } value } && !IsInNestedFunction(operation))
            returns.Add(value);
        else if (operation is ILocalFunctionOperation { Body: { } body } function)
            localFunctions[function.Symbol.OriginalDefinition] = body;
    }

    static bool IsInNestedFunction(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        return false;
    }
}
