using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StorageKit.Analyzers.Effects;

/// <summary>Looks through what does not change a value.</summary>
internal static class Operands
{
    /// <summary>
    /// Without conversions, parentheses and await; a query expression as the calls that it stands for.
    /// </summary>
    public static IOperation Unwrap(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion: operation = conversion.Operand; break;
                case IParenthesizedOperation parenthesized: operation = parenthesized.Operand; break;
                case IAwaitOperation awaited: operation = awaited.Operation; break;
                case ITranslatedQueryOperation query: operation = query.Operation; break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask",
                    Instance: { } task }: operation = task; break;
                default: return operation;
            }
        }
    }

    /// <summary>The object that a chain of members starts from: <c>a</c> in <c>a.B[c].D</c>.</summary>
    public static IOperation RootOf(IOperation operation)
    {
        while (true)
        {
            operation = Unwrap(operation);
            var next = operation switch
            {
                IMemberReferenceOperation { Instance: { } instance } => instance,
                IArrayElementReferenceOperation element => element.ArrayReference,
                IInvocationOperation { Instance: { } instance } => instance,
                _ => null,
            };
            if (next is null or IInstanceReferenceOperation)
                return operation;
            operation = next;
        }
    }
}
