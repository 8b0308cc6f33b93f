using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>Code that compares the amount with a bound; what it does then is taken for right.</summary>
internal static class SizeCheck
{
    public static bool IsIn(Frame frame)
    {
        foreach (var operation in frame.Operations)
            switch (operation)
            {
                case IBinaryOperation
                    { OperatorKind: >= BinaryOperatorKind.LessThan and <= BinaryOperatorKind.GreaterThan } compared
                    when GivenAmount.Is(compared.LeftOperand, frame) || GivenAmount.Is(compared.RightOperand, frame):
                case IIsPatternOperation test when GivenAmount.Is(test.Value, frame):
                case ISwitchExpressionOperation choice when GivenAmount.Is(choice.Value, frame):
                case IInvocationOperation { Arguments: [var argument, ..], TargetMethod:
                    { Name: var name, ContainingType.Name: nameof(ArgumentOutOfRangeException) } }
                    when name.StartsWith("ThrowIfGreater", StringComparison.Ordinal)
                        && GivenAmount.Is(argument.Value, frame):
                    return true;
            }
        return false;
    }
}
