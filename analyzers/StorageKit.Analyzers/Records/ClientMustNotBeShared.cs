using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Flow;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Records;

/// <summary>
/// SK3010: callers of a store do not share a connection or a context, which serve one of them at a time, unless a lock
/// makes them wait for each other. A driver is shared, because the registry makes one of it; another class only where
/// it makes the client itself, since a container may give each request its own.
/// </summary>
internal sealed class ClientMustNotBeShared() : StoreRule(Descriptors.SK3010_ClientMustNotBeShared)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        var reported = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var member in store.Members)
            foreach (var frame in store.FramesOf(member.Implementation))
                foreach (var operation in frame.Operations)
                    if (KeptClient.Of(operation, frame) is var (field, type)
                        && (type.Kind != ClientKind.Command || (member.Promises & Promises.AppendOnly) == 0)
                        && IsShared(field, store) && !frame.IsLocked(operation)
                        && !StepPlaces.RunsElsewhere(operation, frame) && reported.Add(field))
                        yield return new(
                            operation.Syntax.GetLocation(
                                ), frame, [member.DisplayName, field.Name, type.Name, type.Remedy]);
    }

    static bool IsShared(ISymbol field, Store store) =>
        store.Type.GetAttributes().Any(data => data.AttributeClass is
            { Name: "StorageDriverAttribute", ContainingNamespace.Name: "StorageKit" })
        || (field is IFieldSymbol
            && store.Bodies.InitialValue(field, store.CancellationToken) is IObjectCreationOperation);
}
