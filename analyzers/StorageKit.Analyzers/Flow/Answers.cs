using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Flow;

/// <summary>What a method's return value tells its caller.</summary>
internal static class Answers
{
    /// <summary>
    /// Nothing, a completed task, true: what a caller takes for success. Another value may tell of the failure.
    /// </summary>
    public static bool SaySuccess(IOperation? value, IOperation? call)
    {
        if (value is null)
            return true;
        var answer = Operands.Unwrap(value);
        if (call is not null && (answer.Syntax == call.Syntax || value.Syntax.Contains(call.Syntax)))
            return true;
        return answer switch
        {
            IPropertyReferenceOperation { Property.Name: "CompletedTask" } => true,
            IDefaultValueOperation { Type.Name: "ValueTask" } => true,
            IObjectCreationOperation { Type.Name: "ValueTask", Arguments.IsEmpty: true } => true,
            IInvocationOperation { TargetMethod.Name: "FromResult", Arguments: [{ Value: var result }] } =>
                result.ConstantValue is { HasValue: true, Value: true },
            { ConstantValue: { HasValue: true, Value: true } } => true,
            _ => false,
        };
    }

    /// <summary>True when a helper's answer goes anywhere: who gets it may act on it.</summary>
    public static bool AreUsed(IOperation call)
    {
        var type = call.Type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } ? result
            : call.Type is { Name: "Task" or "ValueTask" } ? null
            : call.Type;
        if (type is null or { SpecialType: SpecialType.System_Void })
            return false;
        var outer = call;
        while (outer.Parent is IAwaitOperation or IConversionOperation or IParenthesizedOperation
            or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" })
            outer = outer.Parent;
        return outer.Parent is not (IExpressionStatementOperation
            or ISimpleAssignmentOperation { Target: IDiscardOperation });
    }
}
