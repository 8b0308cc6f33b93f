using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Records;

/// <summary>The conditions on the way to a throw, from its own method up to the entry point.</summary>
internal sealed class WayToThrow
{
    readonly Frame frame;
    bool onMiss;
    bool unreachable;
    bool byMode;
    bool swallowed;

    /// <summary>Another condition, or an outage, is nearer to the throw.</summary>
    bool decided;

    WayToThrow(Frame frame, bool decided)
    {
        this.frame = frame;
        this.decided = decided;
    }

    /// <summary>True when that nothing was there is what leads to the throw, and nothing keeps it in.</summary>
    public static bool IsOnMiss(ThrowSite site) =>
        Follow(site) is { onMiss: true, unreachable: false, byMode: false, swallowed: false };

    /// <summary>True when the throw can leave the entry point, as far as constants say.</summary>
    public static bool Leaves(ThrowSite site) =>
        Follow(site) is { unreachable: false, byMode: false, swallowed: false };

    static WayToThrow Follow(ThrowSite site)
    {
        var all = new WayToThrow(site.Frame, decided: false);
        var operation = site.Operation;
        for (var frame = site.Frame; frame is not null; frame = frame.Caller)
        {
            var way = new WayToThrow(frame, all.decided);
            way.Climb(operation, site.Type);
            all.onMiss |= way.onMiss;
            all.decided = way.decided;
            all.unreachable |= way.unreachable;
            all.byMode |= way.byMode;
            all.swallowed |= way.swallowed;
            if (frame.CallSite is not { } call)
                break;
            operation = call;
        }

        return all;
    }

    void Climb(IOperation operation, ITypeSymbol? exception)
    {
        for (var (child, parent) = (operation, operation.Parent); parent is not null; (child, parent) = (parent,
            parent.Parent))
            switch (parent)
            {
                case IConditionalOperation choice when choice.Condition != child:
                    Take(choice.Condition, choice.WhenTrue == child, exits: false);
                    decided = true;
                    break;
                case ICoalesceOperation { Value: var value } when value != child && MissTest.IsFound(value, frame):
                    onMiss = true;
                    break;
                case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation { Value: var value } } arm
                    when MissTest.MatchesMiss(value, arm.Pattern, frame):
                    onMiss = true;
                    break;
                case ISwitchCaseOperation { Parent: ISwitchOperation { Value: var value } } section
                    when section.Clauses.Any(clause =>
                        clause is IPatternCaseClauseOperation { Pattern: var pattern }
                        && MissTest.MatchesMiss(value, pattern, frame)):
                    onMiss = true;
                    break;
                case ICatchClauseOperation handler:
                    onMiss |= NotFoundCatch.Is(handler) && !decided;
                    decided = true;
                    break;
                case IBlockOperation block:
                    TakeEarlierExits(block, child);
                    break;
                case ITryOperation attempt when attempt.Body == child && attempt.Catches.Any(handler =>
                    NotFoundCatch.Keeps(handler, exception)):
                    swallowed = true;
                    break;
            }
    }

    /// <summary><c>if (found) return;</c> before: what follows runs only if not.</summary>
    void TakeEarlierExits(IBlockOperation block, IOperation until)
    {
        foreach (var statement in block.Operations)
        {
            if (statement == until)
                return;
            if (statement is IConditionalOperation { WhenFalse: null } test && ExitOf(test.WhenTrue) is { } exit)
                Take(test.Condition, branch: false, exits: exit is IThrowOperation);
        }
    }

    void Take(IOperation condition, bool branch, bool exits)
    {
        if (MissTest.LeadsTo(condition, branch, frame))
            onMiss |= !decided;
        else if (!exits)
            TakeMode(condition, branch);
    }

    /// <summary>A flag of the store, or of the call, may say whether absence is an error.</summary>
    void TakeMode(IOperation condition, bool branch)
    {
        foreach (var operand in condition.DescendantsAndSelf())
            if (operand is { Type.SpecialType: SpecialType.System_Boolean }
                and (IParameterReferenceOperation or IFieldReferenceOperation
                    or IPropertyReferenceOperation { Property: not { Name: "HasValue" } }))
            {
                if (operand is IParameterReferenceOperation { Parameter: var parameter }
                    && frame.Argument(parameter) is { Value.ConstantValue: { HasValue: true, Value: bool constant } })
                    unreachable |= operand == condition && constant != branch;
                else
                    byMode = true;
            }
    }

    static IOperation? ExitOf(IOperation branch) => branch switch
    {
        IBlockOperation { Operations: [.., var last] } => ExitOf(last),
        IReturnOperation or IBranchOperation => branch,
        IExpressionStatementOperation { Operation: IThrowOperation thrown } => thrown,
        IThrowOperation => branch,
        _ => null,
    };
}
