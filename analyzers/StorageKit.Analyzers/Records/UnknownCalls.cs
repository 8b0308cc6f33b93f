using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Records;

/// <summary>Calls that leave the store's family and can throw what its contract asks for.</summary>
internal static class UnknownCalls
{
    const int MaxDepth = 3;

    public static bool AnyIn(Store store, IMethodSymbol entry)
    {
        foreach (var frame in store.FramesOf(entry))
            foreach (var operation in frame.OwnOperations)
                if (operation is IInvocationOperation call && frame.CalleeAt(call) is null
                    && IsUnknown(call, frame, store))
                    return true;
        return false;
    }

    static bool IsUnknown(IInvocationOperation call, Frame frame, Store store)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return call.Instance is not IParameterReferenceOperation { Parameter: var parameter }
                || frame.Argument(parameter) is not { Value: IDelegateCreationOperation or IConversionOperation };
        if (frame.EffectsAt(call).Count > 0)
            return false;
        return method.ContainingType.TypeKind == TypeKind.Interface
            && method.ContainingAssembly.Name.StartsWith("StorageKit", StringComparison.Ordinal)
            || (method.Locations.Any(place => place.IsInSource) && CanThrow(method, store, MaxDepth)
                && frame.Body.LocalFunction(method) is null);
    }

    static bool CanThrow(IMethodSymbol method, Store store, int depth)
    {
        if (depth == 0 || store.Bodies.Find(store.Dispatch(method), store.CancellationToken) is not { } body)
            return true;
        foreach (var operation in body.Operations)
            if (operation is IThrowOperation
                || (operation is IInvocationOperation { TargetMethod: var callee }
                    && callee.Locations.Any(place => place.IsInSource) && CanThrow(callee, store, depth - 1)))
                return true;
        return false;
    }
}
