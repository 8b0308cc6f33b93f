using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>A number of 64 bits that is turned into a type which cannot hold all of them, without a check.</summary>
/// <param name="Operation">The cast, or the call of Convert.</param>
/// <param name="Number">What is converted.</param>
/// <param name="Type">What it becomes, as people write it.</param>
/// <param name="Frame">The method that it stands in.</param>
internal sealed record Narrowing(IOperation Operation, IOperation Number, string Type, Frame Frame)
{
    public static IEnumerable<Narrowing> In(Frame frame)
    {
        foreach (var operation in frame.Operations)
            if (At(operation, frame) is { } found)
                yield return found;
    }

    public static Narrowing? At(IOperation operation, Frame frame) => operation switch
    {
        IConversionOperation { Type: { } type, Operand: { Type: { } from } number, IsChecked: var isChecked } cast
            when (LosesDigits(type) || (LosesRange(type) && !isChecked)) && (HasAllBits(from) || IsOfRedis(cast)) =>
            new(operation, number, type.ToDisplayString(), frame),
        IInvocationOperation { TargetMethod: { ContainingType: { Name: "Convert", ContainingNamespace.Name: "System" },
            ReturnType: var type }, Arguments: [{ Value: var number }, ..] }
            when LosesRange(type) || LosesDigits(type) =>
            TypeOf(number) is { } given && (HasAllBits(given) || given.SpecialType is SpecialType.System_Object)
                ? new(operation, number, type.ToDisplayString(), frame) : null,
        _ => null,
    };

    /// <summary>True for a 64-bit integer, or a task of one.</summary>
    public static bool IsWide(ITypeSymbol type) =>
        HasAllBits(type) || (type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var answer] }
            && HasAllBits(answer));

    /// <summary>True where it is only compared, or shown: that changes no number.</summary>
    public bool IsCompared
    {
        get
        {
            for (var parent = Operation.Parent; parent is not null and not IBlockOperation; parent = parent.Parent)
                if (parent is IAnonymousFunctionOperation or IRelationalPatternOperation
                    or IBinaryOperation
                        { OperatorKind: >= BinaryOperatorKind.Equals and <= BinaryOperatorKind.GreaterThan })
                    return true;
            return false;
        }
    }

    /// <summary>Before it was boxed for the call.</summary>
    static ITypeSymbol? TypeOf(IOperation number) =>
        number is IConversionOperation { Operand: var boxed } ? TypeOf(boxed) : number.Type;

    static bool HasAllBits(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt64;

    static bool LosesRange(ITypeSymbol type) =>
        type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt32;

    static bool LosesDigits(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

    /// <summary>What a Redis server answers is 64 bits wide, whatever it is read as.</summary>
    static bool IsOfRedis(IConversionOperation cast) =>
        cast.OperatorMethod?.ContainingType is { Name: "RedisValue" or "RedisResult",
            ContainingNamespace: { Name: "Redis", ContainingNamespace.Name: "StackExchange" } };
}
