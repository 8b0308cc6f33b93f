using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Stores;

/// <summary>Where the locals of one body get their values, and which of these can reach a use.</summary>
internal sealed class Definitions
{
    /// <param name="Value">What is stored, or the assignment or call that stores it.</param>
    /// <param name="Replaces">True when nothing of the earlier value is left: not so for <c>+=</c> or a member's
    /// change.</param>
    readonly record struct Definition(IOperation Value, bool Replaces)
    {
        public int End => Value.Syntax.Span.End;
    }

    readonly Dictionary<ISymbol, List<Definition>> definitions = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// The definitions before the use, and those after it in a loop around it; of those before, none that a later one
    /// replaces on every way to the use.
    /// </summary>
    public IReadOnlyList<IOperation> Reaching(ILocalReferenceOperation use)
    {
        if (!definitions.TryGetValue(use.Local, out var all))
            return [];
        var position = use.Syntax.SpanStart;
        var loop = LoopAround(use);
        var start = all
            .Where(other => other.Replaces && other.End <= position && IsOnEveryWay(other.Value, use))
            .Select(definition => definition.End).DefaultIfEmpty(0).Max();
        return [.. all
            .Where(definition => definition.End <= position
                ? definition.End >= start
                : loop is not null && loop.Syntax.Span.Contains(definition.Value.Syntax.Span))
            .Select(definition => definition.Value)];
    }

    public void Collect(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Symbol: var local } declarator
                when declarator.GetVariableInitializer() is { } initial:
                Add(local, initial.Value, replaces: true);
                break;
            case ISimpleAssignmentOperation assignment:
                AddTarget(assignment.Target, assignment, replaces: true);
                break;
            case IAssignmentOperation assignment:
                AddTarget(assignment.Target, assignment, replaces: false);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref, Parent: { } call } argument:
                AddTarget(argument.Value, call, replaces: false);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } variable }:
                AddMatched(variable, operation);
                break;
            case IRecursivePatternOperation { DeclaredSymbol: { } variable }:
                AddMatched(variable, operation);
                break;
            case IForEachLoopOperation loop:
                foreach (var local in loop.Locals)
                    Add(local, loop.Collection, replaces: true);
                break;
        }
    }

    void AddTarget(IOperation target, IOperation value, bool replaces)
    {
        if (target is IDeclarationExpressionOperation declaration)
            target = declaration.Expression;
        if (target is ITupleOperation tuple)
            foreach (var element in tuple.Elements)
                AddTarget(element, value, replaces: false);
        else if (Operands.RootOf(target) is ILocalReferenceOperation { Local: var local } root)
            Add(local, value, replaces && root == target);
    }

    void AddMatched(ISymbol variable, IOperation pattern)
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
            Add(variable, value, replaces: true);
            return;
        }
    }

    void Add(ISymbol local, IOperation value, bool replaces)
    {
        if (!definitions.TryGetValue(local, out var list))
            definitions.Add(local, list = []);
        list.Add(new(value, replaces));
    }

    /// <summary>True when the definition is a statement of a block that the use is in too.</summary>
    static bool IsOnEveryWay(IOperation definition, IOperation use)
    {
        var statement = definition;
        while (statement.Parent is { } parent and not IBlockOperation)
        {
            if (parent is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ILoopOperation
                or ICoalesceOperation or IAnonymousFunctionOperation or IBinaryOperation or ITryOperation)
                return false;
            statement = parent;
        }

        for (var around = use.Parent; around is not null; around = around.Parent)
            if (around == statement.Parent)
                return true;
        return false;
    }

    static IOperation? LoopAround(IOperation use)
    {
        IOperation? loop = null;
        for (var parent = use.Parent; parent is not null; parent = parent.Parent)
            if (parent is ILoopOperation)
                loop = parent;
        return loop;
    }
}
