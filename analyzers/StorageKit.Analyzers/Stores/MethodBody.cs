using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Stores;

/// <summary>A method's operations, with what every query asks of them: where locals get their values, what is locked.</summary>
internal sealed class MethodBody
{
    readonly Dictionary<ISymbol, List<IOperation>> definitions = new(SymbolEqualityComparer.Default);
    readonly Dictionary<IMethodSymbol, IOperation> localFunctions = new(SymbolEqualityComparer.Default);
    readonly List<IOperation> returns = [];

    public MethodBody(IMethodSymbol method, IOperation root, EffectTable table)
    {
        (Method, Root) = (method, root);
        foreach (var operation in root.DescendantsAndSelf())
            Collect(operation);
        Locks = LockRegion.FindAll(root, table);
    }

    public IMethodSymbol Method { get; }

    public IOperation Root { get; }

    public IReadOnlyList<LockRegion> Locks { get; }

    /// <summary>The values that this method returns; an expression body has one.</summary>
    public IReadOnlyList<IOperation> Returns => returns;

    /// <summary>Everything a local, or a pattern or out variable, is ever set to in this body.</summary>
    public IReadOnlyList<IOperation> DefinitionsOf(ISymbol local) =>
        definitions.TryGetValue(local, out var found) ? found : [];

    public IOperation? LocalFunction(IMethodSymbol method) =>
        localFunctions.TryGetValue(method.OriginalDefinition, out var body) ? body : null;

    void Collect(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Symbol: var local } declarator when declarator.GetVariableInitializer() is { } initial:
                Define(local, initial.Value);
                break;
            case IAssignmentOperation assignment:
                DefineTarget(assignment.Target, assignment);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref, Parent: { } call } argument:
                DefineTarget(argument.Value, call);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } variable }:
                DefineFromPattern(variable, operation);
                break;
            case IRecursivePatternOperation { DeclaredSymbol: { } variable }:
                DefineFromPattern(variable, operation);
                break;
            case IForEachLoopOperation loop:
                foreach (var local in loop.Locals)
                    Define(local, loop.Collection);
                break;
            case IReturnOperation { ReturnedValue: { } value } when !IsInNestedFunction(operation):
                returns.Add(value);
                break;
            case ILocalFunctionOperation { Body: { } body } function:
                localFunctions[function.Symbol.OriginalDefinition] = body;
                break;
        }
    }

    void DefineTarget(IOperation target, IOperation value)
    {
        if (target is IDeclarationExpressionOperation declaration)
            target = declaration.Expression;
        if (target is ITupleOperation tuple)
            foreach (var element in tuple.Elements)
                DefineTarget(element, value);
        else if (Operands.RootOf(target) is ILocalReferenceOperation { Local: var local })
            Define(local, value);
    }

    void DefineFromPattern(ISymbol variable, IOperation pattern)
    {
        for (var parent = pattern.Parent; parent is not null; parent = parent.Parent)
        {
            var value = parent switch
            {
                IIsPatternOperation test => test.Value,
                ISwitchOperation choice => choice.Value,
                ISwitchExpressionOperation choice => choice.Value,
                _ => null,
            };
            if (value is null)
                continue;
            Define(variable, value);
            return;
        }
    }

    void Define(ISymbol local, IOperation value)
    {
        if (!definitions.TryGetValue(local, out var list))
            definitions.Add(local, list = []);
        list.Add(value);
    }

    static bool IsInNestedFunction(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        return false;
    }
}
