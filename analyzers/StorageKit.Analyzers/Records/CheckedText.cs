using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Records;

/// <summary>Whether a method looks at a text before it uses it: then it may have refused what is dangerous.</summary>
internal static class CheckedText
{
    public static bool Is(ISymbol symbol, Frame frame)
    {
        foreach (var operation in frame.OwnOperations)
            if (IsUseOf(operation, symbol) && IsChecked(operation))
                return true;
        return false;
    }

    static bool IsUseOf(IOperation operation, ISymbol symbol) => operation switch
    {
        IParameterReferenceOperation { Parameter: var parameter } =>
            SymbolEqualityComparer.Default.Equals(parameter, symbol),
        ILocalReferenceOperation { Local: var local } => SymbolEqualityComparer.Default.Equals(local, symbol),
        _ => false,
    };

    /// <summary>In a condition, or passed to a call that answers nothing; a test for null or empty refuses nothing
    /// else.</summary>
    static bool IsChecked(IOperation use)
    {
        IInvocationOperation? call = null;
        for (var (child, parent) = (use, use.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
            switch (parent)
            {
                case IInvocationOperation { TargetMethod.Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "ThrowIfNull"
                    or "ThrowIfNullOrEmpty" or "ThrowIfNullOrWhiteSpace" }:
                case IBinaryOperation { RightOperand.ConstantValue: { HasValue: true, Value: null } }:
                case IBinaryOperation { RightOperand: IConversionOperation { Operand.ConstantValue: { HasValue: true,
                    Value: null } } }:
                    return false;
                case IInvocationOperation outer when outer.Instance != child
                    || outer.TargetMethod.ReturnType.SpecialType == SpecialType.System_Boolean:
                    call ??= outer;
                    break;
                case IPropertyReferenceOperation { Property.Name: "Length" }:
                    return false;
                case IConditionalOperation choice when choice.Condition == child:
                    return choice.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.IfStatementSyntax
                        && (call is null || !IsStoreCall(call));
                case IExpressionStatementOperation:
                    return call is { TargetMethod: { ReturnsVoid: true } } && !IsStoreCall(call);
                case IBlockOperation or IReturnOperation:
                    return false;
            }

        return false;
    }

    static bool IsStoreCall(IInvocationOperation call)
    {
        var space = call.TargetMethod.ContainingType.ContainingNamespace;
        return call.TargetMethod.ContainingType.Name is "File" or "Directory" && space.FullName() == "System.IO"
            || call.TargetMethod.ContainingType.TypeKind == TypeKind.Interface
            || space.FullName() is "System.Collections.Concurrent" or "System.Collections.Generic";
    }
}
