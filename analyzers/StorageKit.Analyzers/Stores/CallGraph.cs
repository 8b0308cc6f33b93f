using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace StorageKit.Analyzers.Stores;

/// <summary>Which methods of the store's own family a body calls or hands on.</summary>
internal static class CallGraph
{
    public static void AddCallees(MethodBody body, Store store, HashSet<IMethodSymbol> callees)
    {
        foreach (var operation in body.Operations)
            if (CalleeOf(operation) is { } callee && store.IsFamily(callee.ContainingType))
                callees.Add(store.Dispatch(callee).OriginalDefinition);
    }

    /// <summary>The method behind a call, a method group or a property access; null for anything else.</summary>
    public static IMethodSymbol? CalleeOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod,
        IMethodReferenceOperation reference => reference.Method,
        IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment } property
            when assignment.Target == operation => property.Property.SetMethod,
        IPropertyReferenceOperation property => property.Property.GetMethod,
        _ => null,
    };
}
