using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.AppendOnly;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Flow;

/// <summary>What a test is about.</summary>
internal enum ConditionKind
{
    /// <summary>
    /// Something else, such as what a store answered: an entry that is stored already, an empty batch.
    /// </summary>
    Other,

    /// <summary>How the store is set up, or what kind of entry this is: no reason to lose one.</summary>
    Setting,

    /// <summary>How full a buffer is.</summary>
    Fullness,
}

/// <summary>
/// Tells tests apart by what they read; a test that cannot be told is <see cref="ConditionKind.Other"/>.
/// </summary>
internal static class Condition
{
    const int MaxSteps = 6;

    public static ConditionKind KindOf(FlowDecision decision, FlowGraph graph, Frame frame)
    {
        if (decision.Condition.IsImplicit && !IsSwitchLabel(decision.Condition)
            && (decision.Condition is not IIsNullOperation || graph.IsInFinally(decision.Block)))
            return ConditionKind.Setting;
        if (IsNullTestOfParameter(decision.Condition))
            return ConditionKind.Other;
        if (IsLockThatIsBusy(decision.Condition))
            return ConditionKind.Setting;
        var parts = graph.PartsOf(decision.Condition).ToList();
        if (parts.Any(IsCount))
            return decision.Condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThan
                or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThan
                or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.Equals } comparison
                && !IsZero(comparison.LeftOperand) && !IsZero(comparison.RightOperand)
                && parts.Any(part => IsCount(part) && IsOfField(part))
                ? ConditionKind.Fullness : ConditionKind.Other;
        return IsSetting(parts, frame, MaxSteps) ? ConditionKind.Setting : ConditionKind.Other;
    }

    /// <summary>A case of a switch: made up by the compiler, of what the author compares.</summary>
    public static bool IsSwitchLabel(IOperation condition) =>
        condition.Syntax is SwitchLabelSyntax || condition.Syntax.Parent is SwitchLabelSyntax;

    static bool IsSetting(IReadOnlyList<IOperation> parts, Frame frame, int steps)
    {
        var readsState = false;
        var readsEntry = false;
        foreach (var part in parts)
        {
            switch (part)
            {
                case IInvocationOperation call when !IsPure(call, frame) && !FixedList.IsAsked(call, frame):
                case IAwaitOperation or IDynamicInvocationOperation or IObjectCreationOperation or IAssignmentOperation:
                    return false;
                case IPropertyReferenceOperation { Property: var property } reference:
                    if (property.IsIndexer || frame.Body.Flow.OriginalOf(part) is not { } known
                        || frame.EffectsAt(known).Count > 0 || frame.CalleeAt(known) is not null)
                        return false;
                    readsState |= property.SetMethod is { IsInitOnly: false }
                        && reference.Instance is IInstanceReferenceOperation;
                    break;
                case IFieldReferenceOperation { Field: { IsConst: false, IsReadOnly: false } field }:
                    readsState |= field.Type.SpecialType != SpecialType.System_Boolean;
                    break;
                case IParameterReferenceOperation { Parameter: var parameter }:
                    readsEntry |= parameter.Type.Name != nameof(CancellationToken)
                        && parameter.ContainingSymbol is IMethodSymbol { MethodKind: not MethodKind.Constructor };
                    break;
                case ILocalReferenceOperation:
                    if (steps == 0 || frame.Body.Flow.OriginalOf(part) is not ILocalReferenceOperation local)
                        return false;
                    var definitions = frame.Body.DefinitionsOf(local);
                    if (definitions.Count == 0
                        || !definitions.All(value => IsSetting([.. value.DescendantsAndSelf()], frame, steps - 1)))
                        return false;
                    readsEntry |= definitions.Any(value => EntryFlow.DependsOnEntry(value, frame));
                    break;
            }
        }

        // An entry compared with what this object remembers may be one that is stored already.
        return !(readsState && readsEntry);
    }

    /// <summary><c>await gate.WaitAsync(100)</c> says nothing of what is stored.</summary>
    static bool IsLockThatIsBusy(IOperation condition) =>
        Operands.Unwrap(condition) is IInvocationOperation { TargetMethod: { Name: "WaitAsync" or "Wait" or "WaitOne"
            or "TryEnter" or "TryEnterWriteLock", ContainingType.ContainingNamespace: { Name: "Threading",
            ContainingNamespace.Name: "System" } } };

    /// <summary><c>entry.VerifyIntegrity()</c>: what the entry tells of itself.</summary>
    static bool IsQuestionToGiven(IInvocationOperation call) =>
        call.Arguments.IsEmpty && call.Instance is { } asked && IsGiven(asked);

    static bool IsPure(IInvocationOperation call, Frame frame) =>
        frame.Body.Flow.OriginalOf(call) is IInvocationOperation known
        && frame.EffectsAt(known).Count == 0 && frame.CalleeAt(known) is null
        && HarmlessCalls.Contains(call.TargetMethod)
        && call.TargetMethod.ReturnType.Name is not ("Task" or "ValueTask" or "IAsyncEnumerable")
        && (call.TargetMethod.ContainingType.SpecialType == SpecialType.System_String
            || call.TargetMethod.ContainingType.TypeKind == TypeKind.Enum
            || IsQuestionToGiven(call) || !StepFinder.TakesEntry(known, frame))
        && call.TargetMethod.ContainingNamespace.FullName() is var space
        && !space.StartsWith("System.Collections", StringComparison.Ordinal) && space != "System.Threading";

    static bool IsCount(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property.Name: "Count" or "Length" or "IsEmpty" or "LongCount" }
            or IInvocationOperation { TargetMethod.Name: "Count" or "Any" };

    static bool IsOfField(IOperation count) =>
        count is IPropertyReferenceOperation { Instance: { } instance }
        && Operands.RootOf(instance) is IFieldReferenceOperation or IParameterReferenceOperation
            { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } };

    static bool IsZero(IOperation operand) => operand.ConstantValue is { HasValue: true, Value: 0 or 0L or 1 };

    static bool IsNullTestOfParameter(IOperation condition) => condition switch
    {
        IIsNullOperation { Operand: var operand } => IsGiven(operand),
        IIsPatternOperation { Value: var value } => IsGiven(value),
        IBinaryOperation binary => (IsGiven(binary.LeftOperand) && IsNull(binary.RightOperand))
            || (IsGiven(binary.RightOperand) && IsNull(binary.LeftOperand)),
        IUnaryOperation { Operand: var operand } => IsNullTestOfParameter(operand),
        _ => false,
    };

    static bool IsGiven(IOperation operand) => Operands.Unwrap(operand) is IParameterReferenceOperation
        { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } };

    static bool IsNull(IOperation operand) => Operands.Unwrap(operand).ConstantValue is { HasValue: true, Value: null };
}
