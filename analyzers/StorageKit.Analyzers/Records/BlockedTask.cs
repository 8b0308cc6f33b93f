using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Records;

/// <summary>Whether a task that code waits for is done by then: asking it for its result does not block.</summary>
internal static class BlockedTask
{
    public static bool MayBeDone(IOperation task, IOperation wait, Frame frame)
    {
        task = Operands.Unwrap(task);
        return IsMadeDone(task, frame) || IsGivenToContinuation(task) || IsLookedAtBefore(wait, frame);
    }

    /// <summary><c>Task.FromResult(…)</c>, and SQLite's tasks, which run before they are returned.</summary>
    static bool IsMadeDone(IOperation task, Frame frame)
    {
        if (task is ILocalReferenceOperation local && frame.Body.DefinitionsOf(local) is [var definition])
            task = Operands.Unwrap(definition);
        return task switch
        {
            IInvocationOperation { TargetMethod.Name: "FromResult" or "FromException" or "FromCanceled" } => true,
            IPropertyReferenceOperation { Property.Name: "CompletedTask" } => true,
            IObjectCreationOperation { Type.Name: "ValueTask" } => true,
            IDefaultValueOperation => true,
            IInvocationOperation call => IsOfSqlite(ApiCall.From(call)?.ReceiverType),
            _ => false,
        };
    }

    static bool IsOfSqlite(ITypeSymbol? type) =>
        type?.ContainingNamespace?.FullName() is "Microsoft.Data.Sqlite" or "System.Data.SQLite";

    /// <summary><c>ContinueWith(done => done.Result)</c>.</summary>
    static bool IsGivenToContinuation(IOperation task) =>
        task is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol
            { MethodKind: MethodKind.AnonymousFunction } };

    /// <summary>
    /// The code awaited all of some tasks, or asked one whether it is done, before: then this may be one of them.
    /// </summary>
    static bool IsLookedAtBefore(IOperation wait, Frame frame)
    {
        foreach (var operation in frame.Operations)
        {
            if (operation.Syntax.SpanStart >= wait.Syntax.SpanStart)
                continue;
            switch (operation)
            {
                case IAwaitOperation awaited when Operands.Unwrap(awaited.Operation) is IInvocationOperation
                    { TargetMethod.Name: "WhenAll" or "WhenAny" }:
                case IPropertyReferenceOperation
                    { Property.Name: "IsCompleted" or "IsCompletedSuccessfully" or "IsFaulted" }:
                    return true;
                case IAwaitOperation { Operation: var awaited }
                    when Operands.Unwrap(awaited) is ILocalReferenceOperation { Local: var local }
                    && Operands.RootOf(Waited(wait)) is ILocalReferenceOperation same
                    && SymbolEqualityComparer.Default.Equals(local, same.Local):
                    return true;
            }
        }

        return false;
    }

    static IOperation Waited(IOperation wait) => wait switch
    {
        IPropertyReferenceOperation { Instance: { } task } => task,
        IInvocationOperation { Instance: { } task } => task,
        _ => wait,
    };
}
