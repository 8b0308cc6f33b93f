using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Records;

/// <summary>
/// SK3009: no code of a contract's member throws a backend's own exception, which callers could only catch if they knew
/// the driver. What is merely let through, a rethrow included, is a hint at most.
/// </summary>
internal sealed class BackendErrorsMustNotEscape() : StoreRule(Descriptors.SK3009_BackendErrorsMustNotEscape)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.Members)
            foreach (var frame in store.FramesOf(member.Implementation))
                foreach (var operation in frame.OwnOperations)
                    if (Thrown(operation) is { } type && BackendErrors.Contains(type)
                        && !MayBeCaught(operation, frame, type))
                        yield return new(operation.Syntax.GetLocation(), frame, [member.DisplayName, type.Name])
                        {
                            Severity = IsRethrow(operation) || BackendErrors.IsOfFramework(type)
                                ? DiagnosticSeverity.Info : null,
                        };
    }

    static bool IsRethrow(IOperation operation) => operation is IThrowOperation { Exception: null };

    static ITypeSymbol? Thrown(IOperation operation) => operation switch
    {
        IThrowOperation { Exception: { } thrown } => Operands.Unwrap(thrown).Type,
        IThrowOperation => ClauseAround(operation)?.ExceptionType,
        IInvocationOperation { TargetMethod: { Name: "FromException", ContainingType.Name: "Task" or "ValueTask" },
            Arguments: [{ Value: var failed }, ..] } => Operands.Unwrap(failed).Type,
        _ => null,
    };

    static ICatchClauseOperation? ClauseAround(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
            if (parent is ICatchClauseOperation clause)
                return clause;
        return null;
    }

    /// <summary>
    /// A clause around it, here or in a caller, that takes its type, whatever it filters; or a delegate around it,
    /// which runs wherever it is passed.
    /// </summary>
    static bool MayBeCaught(IOperation operation, Frame frame, ITypeSymbol type)
    {
        for (var child = operation; child != frame.Root && child.Parent is { } parent; child = parent)
            if (parent is IAnonymousFunctionOperation
                || (parent is ITryOperation attempt && attempt.Body == child
                    && attempt.Catches.Any(clause => Takes(clause.ExceptionType, type))))
                return true;
        return frame is { Caller: { } caller, CallSite: { } call } && MayBeCaught(call, caller, type);
    }

    static bool Takes(ITypeSymbol? caught, ITypeSymbol thrown)
    {
        if (caught is null or { SpecialType: SpecialType.System_Object })
            return true;
        for (ITypeSymbol? type = thrown; type is not null; type = type.BaseType)
            if (SymbolEqualityComparer.Default.Equals(type, caught))
                return true;
        return false;
    }
}
