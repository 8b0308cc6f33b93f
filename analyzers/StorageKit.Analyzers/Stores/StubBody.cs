using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Stores;

/// <summary>What a body that does nothing does instead: it throws, or answers without having looked.</summary>
internal static class StubBody
{
    /// <summary>The fact for the message, or null for a body that does something.</summary>
    public static string? Describe(MethodBody body, Promises promises)
    {
        var statements = Statements(body.Root);
        if (statements.FirstOrDefault(statement => !IsGuard(statement)) is { } first && Thrown(first) is { } exception)
            return $"only throws '{exception}'";
        if ((promises & (Promises.AppendOnly | Promises.DurableOnReturn)) != 0 && statements.All(AnswersDone))
            return "does nothing and answers that it is done";
        return (promises & Promises.AtomicReadModifyWrite) != 0 && statements is [var only]
            && Returned(only) is { } value
            && IsGiven(value)
            ? "answers a constant or what it was given" : null;
    }

    static IReadOnlyList<IOperation> Statements(IOperation root)
    {
        var block = root switch
        {
            IMethodBodyOperation method => method.BlockBody ?? method.ExpressionBody,
            IBlockOperation other => other,
            _ => null,
        };
        return block is null ? [root] : [.. block.Operations.Where(operation =>
            operation is not IReturnOperation { ReturnedValue: null })];
    }

    /// <summary><c>ArgumentNullException.ThrowIfNull(x)</c> and the like, before the exception that counts.</summary>
    static bool IsGuard(IOperation statement) =>
        statement is IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod.Name: var name } }
        && name.StartsWith("ThrowIf", StringComparison.Ordinal);

    static string? Thrown(IOperation statement)
    {
        var thrown = statement switch
        {
            IThrowOperation { Exception: { } exception } => exception,
            IExpressionStatementOperation { Operation: IThrowOperation { Exception: { } exception } } => exception,
            IReturnOperation { ReturnedValue: { } value } when Operands.Unwrap(value) is IThrowOperation
                { Exception: { } exception } => exception,
            _ => null,
        };
        return thrown is not null && Operands.Unwrap(thrown) is IObjectCreationOperation
            { Type: { Name: "NotImplementedException" or "NotSupportedException" } type } ? type.Name : null;
    }

    static bool AnswersDone(IOperation statement) => IsGuard(statement) || (Returned(statement) is { } value
        && Operands.Unwrap(value) is IDefaultValueOperation
            or IPropertyReferenceOperation { Property: { Name: "CompletedTask", IsStatic: true } }
            or IObjectCreationOperation { Type.Name: "ValueTask", Arguments: [] }
            or IObjectCreationOperation { Type.Name: "ValueTask",
                Arguments: [{ Value: IPropertyReferenceOperation { Property.Name: "CompletedTask" } }] });

    static IOperation? Returned(IOperation statement) =>
        statement is IReturnOperation { ReturnedValue: { } value } ? Operands.Unwrap(value) : null;

    /// <summary>A constant or a parameter, also in a finished task.</summary>
    static bool IsGiven(IOperation value) => Operands.Unwrap(value) switch
    {
        IParameterReferenceOperation => true,
        IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" },
            Arguments: [var result] } => IsGiven(result.Value),
        IObjectCreationOperation { Type.Name: "ValueTask", Arguments: [{ Value: { Type.Name: not "Task" } result }] } =>
            IsGiven(result),
        IDefaultValueOperation => true,
        var other => other.ConstantValue.HasValue,
    };
}
