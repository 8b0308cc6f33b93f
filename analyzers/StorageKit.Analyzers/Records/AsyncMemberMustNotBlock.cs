using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Records;

/// <summary>SK3008: a contract member that answers with a task waits for tasks by awaiting them.</summary>
internal sealed class AsyncMemberMustNotBlock() : StoreRule(Descriptors.SK3008_AsyncMemberMustNotBlock)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.Members)
            if (IsTask(member.Contract.ReturnType) || member.Contract.ReturnType.Name == "IAsyncEnumerable")
                foreach (var frame in store.FramesOf(member.Implementation))
                    foreach (var operation in frame.Operations)
                        if (Blocking(operation) is var (name, task) && !BlockedTask.MayBeDone(task, operation, frame))
                            yield return new(
                                operation.Syntax.GetLocation(), frame, [member.DisplayName, name]);
    }

    /// <summary>The call that blocks, as a message names it, and the task that it waits for.</summary>
    static (string Name, IOperation Task)? Blocking(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { Type: { } type } task } when IsTask(type) =>
            ("Result", task),
        IInvocationOperation { TargetMethod.Name: "Wait", Instance: { Type: { } type } task } when IsTask(type) =>
            ("Wait", task),
        IInvocationOperation { TargetMethod: { Name: "WaitAll", ContainingType: var owner } } call when IsTask(owner) =>
            ("Task.WaitAll", call),
        IInvocationOperation { TargetMethod.Name: "GetResult", Instance: { } awaiter } => Awaited(awaiter) is { } task
            ? ("GetAwaiter().GetResult", task) : null,
        _ => null,
    };

    static IOperation? Awaited(IOperation awaiter) =>
        awaiter is IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } awaitable }
        && Operands.Unwrap(awaitable) is { Type: { } type } task && IsTask(type)
            ? task : null;

    static bool IsTask(ITypeSymbol type) =>
        type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks",
            ContainingNamespace.Name: "Threading" } };
}
