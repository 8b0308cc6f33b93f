using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StorageKit.Analyzers.Records;

/// <summary><c>[]</c>, <c>Array.Empty&lt;byte&gt;()</c>, <c>new byte[0]</c>.</summary>
internal static class EmptyArray
{
    /// <summary>True for an empty array of bytes that is, or may be, what the method returns.</summary>
    public static bool IsReturned(IOperation operation)
    {
        if (!Is(operation))
            return false;
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
            switch (parent)
            {
                case IReturnOperation:
                    return true;
                case IConversionOperation or ICoalesceOperation or IConditionalOperation or IParenthesizedOperation
                    or ISwitchExpressionArmOperation or ISwitchExpressionOperation:
                case IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "ValueTask" } }:
                case IObjectCreationOperation { Type.Name: "ValueTask" }:
                    break;
                default:
                    return false;
            }

        return false;
    }

    static bool Is(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "Empty", ContainingType.Name: "Array" } } => IsBytes(operation),
        IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] } =>
            IsBytes(operation),
        ICollectionExpressionOperation { Elements.IsEmpty: true } => IsBytes(operation),
        _ => false,
    };

    static bool IsBytes(IOperation operation) =>
        operation.Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte };
}
