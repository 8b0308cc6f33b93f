using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Stores;

/// <summary>One critical section as it is run: equal for two places that are in it together.</summary>
/// <param name="Region">The stretch of code.</param>
/// <param name="Frame">The method that it stands in, as it was reached.</param>
internal readonly record struct HeldLock(LockRegion Region, Frame Frame)
{
    /// <summary>The critical sections that the code runs in, innermost method first.</summary>
    public static IReadOnlyList<HeldLock> At(IOperation operation, Frame frame)
    {
        var held = new List<HeldLock>();
        while (true)
        {
            foreach (var region in frame.Body.Locks)
                if (region.Span.Contains(operation.Syntax.Span))
                    held.Add(new(region, frame));
            AddAroundDelegates(operation, frame, held);
            if (frame.Caller is null || frame.CallSite is null)
                return held;
            (operation, frame) = (frame.CallSite, frame.Caller);
        }
    }

    /// <summary>Where the lock is named, for a report.</summary>
    public Location Location => (Region.Lock?.Syntax ?? Frame.Root.Syntax).GetLocation();

    /// <summary>The field that is locked, when it is one of the store's own or static.</summary>
    public IFieldSymbol? Field => Region.Lock is { } target
        && Operands.Unwrap(target) is IFieldReferenceOperation
            { Instance: null or IInstanceReferenceOperation, Field: var locked }
        ? locked : null;

    /// <summary><c>WithLock(() => …)</c>: a helper of the store's that takes a lock and runs the delegate.</summary>
    static void AddAroundDelegates(IOperation operation, Frame frame, List<HeldLock> held)
    {
        for (var child = operation; child.Parent is { } parent && child != frame.Root; child = parent)
            if (child is IDelegateCreationOperation
                && ArgumentAround(child) is { Parent: IInvocationOperation call } passed)
            {
                if (frame.CalleeAt(call) is { } callee)
                    held.AddRange(callee.Body.Locks.Where(region => Runs(passed.Parameter, region, callee))
                        .Select(region => new HeldLock(region, callee)));
                else if (LockRegion.IsLockCall(call))
                    held.Add(new(new(call.Syntax.Span, call.Instance, LockCall.ScopeOf(call)), frame));
            }
    }

    static IArgumentOperation? ArgumentAround(IOperation value)
    {
        var around = value.Parent;
        while (around is IConversionOperation)
            around = around.Parent;
        return around as IArgumentOperation;
    }

    static bool Runs(IParameterSymbol? parameter, LockRegion region, Frame callee) =>
        parameter is not null && callee.Operations.Any(operation =>
            operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke,
                Instance: IParameterReferenceOperation { Parameter: var invoked } }
            && invoked.Ordinal == parameter.Ordinal && region.Span.Contains(operation.Syntax.Span));
}
