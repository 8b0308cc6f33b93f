using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Records;

/// <summary>A throw, or a task that fails, as one entry point reaches it.</summary>
/// <param name="Operation">The throw, or the call of FromException.</param>
/// <param name="Frame">The method, as reached.</param>
/// <param name="Exception">The exception's creation; null for one that comes from elsewhere.</param>
/// <param name="Type">The exception's type, as far as it is known.</param>
internal sealed record ThrowSite(
    IOperation Operation, Frame Frame, IObjectCreationOperation? Exception, ITypeSymbol? Type)
{
    public static IEnumerable<ThrowSite> In(Store store, IMethodSymbol entry)
    {
        foreach (var frame in store.FramesOf(entry))
            foreach (var operation in frame.OwnOperations)
                if (ThrownBy(operation) is { } thrown)
                {
                    var creation = CreationOf(thrown, frame);
                    yield return new(operation, frame, creation, creation?.Type ?? Operands.Unwrap(thrown).Type);
                }
    }

    public bool IsStorageException =>
        Type is { Name: "StorageException", ContainingNamespace: { Name: "StorageKit",
            ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>True for <c>new StorageException(StorageErrorKind.NotFound, …)</c>.</summary>
    public bool IsNotFound =>
        IsStorageException && Exception is not null
        && Exception.Arguments.Any(argument =>
            Operands.Unwrap(argument.Value) is IFieldReferenceOperation { Field.Name: "NotFound" });

    /// <summary>True when the kind is not written here as a constant, or is NotFound.</summary>
    public bool MayBeNotFound =>
        Type is null || IsNotFound
        || (IsStorageException && (Exception is null || !Exception.Arguments.Any(IsKind)))
        || (Exception is null && Type.Name == "Exception");

    static bool IsKind(IArgumentOperation argument) =>
        Operands.Unwrap(argument.Value) is IFieldReferenceOperation { Field.ContainingType.Name: "StorageErrorKind" };

    static IOperation? ThrownBy(IOperation operation) => operation switch
    {
        IThrowOperation { Exception: { } thrown } => thrown,
        IInvocationOperation
        {
            TargetMethod: { Name: "FromException", ContainingType.Name: "Task" or "ValueTask" },
        } call => call.Arguments.FirstOrDefault()?.Value,
        _ => null,
    };

    static IObjectCreationOperation? CreationOf(IOperation thrown, Frame frame)
    {
        thrown = Operands.Unwrap(thrown);
        if (thrown is ILocalReferenceOperation local && frame.Body.DefinitionsOf(local) is [var definition])
            thrown = Operands.Unwrap(definition);
        if (thrown is IInvocationOperation call && frame.CalleeAt(call) is { Body.Returns: [var made] })
            thrown = Operands.Unwrap(made);
        return thrown as IObjectCreationOperation;
    }
}
