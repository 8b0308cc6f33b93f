using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>A condition on which code runs.</summary>
/// <param name="Condition">The condition, or null for one that is no boolean: a switch, a handler, a lambda.</param>
/// <param name="WhenTrue">What the condition must be for the code to run.</param>
/// <param name="Frame">The frame to read the condition in.</param>
internal readonly record struct Guard(IOperation? Condition, bool WhenTrue, Frame Frame);

/// <summary>Finds on which conditions an operation runs, up to the entry point.</summary>
internal static class Guards
{
    /// <summary>The guards in the operation's own method, then those of the calls that lead to it.</summary>
    public static IEnumerable<Guard> Over(IOperation operation, Frame frame)
    {
        for (var current = frame; ; (operation, current) = (current.CallSite, current.Caller))
        {
            foreach (var guard in InBody(operation, current))
                yield return guard;
            if (current.CallSite is null || current.Caller is null)
                yield break;
        }
    }

    /// <summary>
    /// Conditions that hold where the operation runs: of ifs around it, and of ifs before it that leave.
    /// </summary>
    public static IEnumerable<Guard> InBody(IOperation operation, Frame frame)
    {
        for (var child = operation; child.Parent is { } parent && child != frame.Root; child = parent)
        {
            switch (parent)
            {
                case IConditionalOperation choice when child != choice.Condition:
                    yield return new(choice.Condition, child == choice.WhenTrue, frame);
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both
                    when child == both.RightOperand:
                    yield return new(both.LeftOperand, true, frame);
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either
                    when child == either.RightOperand:
                    yield return new(either.LeftOperand, false, frame);
                    break;
                case ICatchClauseOperation or ISwitchCaseOperation or ISwitchExpressionArmOperation
                    or IAnonymousFunctionOperation:
                case IConditionalAccessOperation access when child == access.WhenNotNull:
                case ICoalesceOperation coalesce when child == coalesce.WhenNull:
                case IWhileLoopOperation { ConditionIsTop: true } loop
                    when child == loop.Body && !IsTrue(loop.Condition):
                case IForEachLoopOperation or IForLoopOperation:
                    yield return new(null, true, frame);
                    break;
                case IBlockOperation block:
                    foreach (var earlier in Before(child, block))
                        yield return new(earlier, false, frame);
                    break;
            }
        }
    }

    static IEnumerable<IOperation> Before(IOperation child, IBlockOperation block)
    {
        foreach (var statement in block.Operations)
        {
            if (statement == child)
                yield break;
            if (statement is IConditionalOperation { WhenFalse: null } choice && Leaves(choice.WhenTrue))
                yield return choice.Condition;
        }
    }

    static bool Leaves(IOperation branch) => branch switch
    {
        IBlockOperation { Operations: [.., var last] } => Leaves(last),
        IReturnOperation or IThrowOperation or IBranchOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        _ => false,
    };

    static bool IsTrue(IOperation? condition) => condition?.ConstantValue is { HasValue: true, Value: true };
}
