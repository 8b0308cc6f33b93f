using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// SK2017: a queue of Redis commands, a transaction or a batch, answers nothing before it is executed; and a
/// transaction with a condition may be refused, which its answer says.
/// </summary>
internal sealed class QueueMustBeExecuted() : StoreRule(Descriptors.SK2017_QueueMustBeExecuted)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AtomicReadModifyWrite))
            foreach (var effect in store.EffectsOf(member.Implementation))
                if (effect.Technology == StackExchangeRedis.Conditions && IgnoredExecute(effect) is { } execute)
                    yield return At(
                        effect, execute.Syntax.GetLocation(), member.DisplayName,
                        "does not look whether its transaction was refused, so a lost update stays lost",
                        "Try again while 'ExecuteAsync' answers false");
                else if (effect.Technology == StackExchangeRedis.Technology && QueueOf(effect) is { } queue
                    && IsAwaited(effect.Operation) && !IsExecutedBefore(queue, effect))
                    yield return At(
                        effect, member.DisplayName,
                        "waits for a queued command before the queue is executed, which is for ever",
                        "Keep the task, call 'Execute', and await the task then");
    }

    /// <summary>The local that holds the transaction or batch that the command is called on.</summary>
    static ILocalSymbol? QueueOf(Effect effect) =>
        ApiCall.From(effect.Operation) is { Receiver: { } receiver }
        && Operands.Unwrap(receiver) is ILocalReferenceOperation
            { Type.Name: "ITransaction" or "IBatch", Local: var local }
            ? local : null;

    static bool IsAwaited(IOperation call)
    {
        var parent = call.Parent;
        while (parent is IConversionOperation || parent is IInvocationOperation
            { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "AsTask" })
            parent = parent.Parent;
        return parent is IAwaitOperation;
    }

    static bool IsExecutedBefore(ILocalSymbol queue, Effect effect) =>
        Executions(queue, effect.Frame).Any(execute =>
            execute.Syntax.SpanStart < effect.Operation.Syntax.SpanStart);

    static IEnumerable<IInvocationOperation> Executions(ILocalSymbol queue, Frame frame) =>
        frame.Operations.OfType<IInvocationOperation>().Where(call =>
            call.TargetMethod.Name is "Execute" or "ExecuteAsync"
            && call.Instance is ILocalReferenceOperation { Local: var local }
            && SymbolEqualityComparer.Default.Equals(local, queue));

    /// <summary>The execution of a transaction with a condition whose answer is thrown away.</summary>
    static IInvocationOperation? IgnoredExecute(Effect condition) =>
        ApiCall.From(condition.Operation) is { Receiver: { } receiver }
        && Operands.Unwrap(receiver) is ILocalReferenceOperation { Local: var queue }
        && condition.Operation.Parent is IExpressionStatementOperation
            ? Executions(queue, condition.Frame).FirstOrDefault(IsIgnored) : null;

    static bool IsIgnored(IOperation call)
    {
        var parent = call.Parent;
        while (parent is IAwaitOperation
            || parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" })
            parent = parent.Parent;
        return parent is IExpressionStatementOperation;
    }
}
