using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;

namespace StorageKit.Analyzers.Stores;

/// <summary>
/// The compilation's classes beside a store that do a part of its work: an executor, an extension method, the only
/// implementation of an interface. A call into them is followed where they touch stored state.
/// </summary>
internal sealed class OutsideCode(
    Compilation compilation, ContractTypes contracts, EffectTable table)
{
    const int MaxDepth = 4;

    readonly ConcurrentDictionary<IMethodSymbol, bool> touching = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<INamedTypeSymbol, INamedTypeSymbol?> implementations =
        new(SymbolEqualityComparer.Default);

    IReadOnlyList<INamedTypeSymbol>? classes;

    public Compilation Compilation => compilation;

    /// <summary>The body that a call runs, or null for one that is not known or touches nothing.</summary>
    public MethodBody? Find(IMethodSymbol method, MethodBodies bodies, CancellationToken cancellationToken) =>
        Target(method, cancellationToken) is { } target && Touches(target, bodies, cancellationToken)
            ? bodies.Find(target, cancellationToken) : null;

    /// <summary>The body that a call runs, whatever it touches.</summary>
    public MethodBody? BodyOf(IMethodSymbol method, MethodBodies bodies, CancellationToken cancellationToken) =>
        Target(method, cancellationToken) is { } target ? bodies.Find(target, cancellationToken) : null;

    /// <summary>
    /// The method that a call runs; another store has promises of its own and is not a part of this one.
    /// </summary>
    IMethodSymbol? Target(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (method.MethodKind != MethodKind.Ordinary
            || !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly))
            return null;
        var type = method.ContainingType.OriginalDefinition;
        if (type.TypeKind == TypeKind.Interface)
        {
            if (contracts.IsContract(type) || ImplementationOf(type, cancellationToken) is not { } only
                || only.FindImplementationForInterfaceMember(method.OriginalDefinition) is not IMethodSymbol found)
                return null;
            (method, type) = (found, only);
        }

        return method.IsAbstract || ((method.IsVirtual || method.IsOverride) && !type.IsSealed)
            || type.AllInterfaces.Any(contracts.HasPromises)
                ? null : method.OriginalDefinition;
    }

    bool Touches(IMethodSymbol method, MethodBodies bodies, CancellationToken cancellationToken)
    {
        if (!touching.TryGetValue(method, out var known))
            touching[method] = known = Touches(method, bodies, MaxDepth, [], cancellationToken);
        return known;
    }

    bool Touches(
        IMethodSymbol method, MethodBodies bodies, int depth, HashSet<MethodBody> seen,
        CancellationToken cancellationToken)
    {
        if (depth <= 0 || bodies.Find(method, cancellationToken) is not { } body || !seen.Add(body))
            return false;
        foreach (var operation in body.Operations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsEffect(operation, body)
                || (operation is IInvocationOperation call
                    && (AnySql.CanTake(call.TargetMethod, compilation)
                        || (Target(call.TargetMethod, cancellationToken) is { } callee
                            && Touches(callee, bodies, depth - 1, seen, cancellationToken)))))
                return true;
        }

        return false;
    }

    /// <summary>A call of a table; and a number that is kept, where the caller is told of it.</summary>
    bool IsEffect(IOperation operation, MethodBody body) =>
        operation is ICompoundAssignmentOperation { Target: IMemberReferenceOperation }
            or IIncrementOrDecrementOperation { Target: IMemberReferenceOperation }
            ? !body.Method.ReturnsVoid
            : ApiCall.From(operation) is { } call
                && table.Candidates(call.Member, call.Receiver?.Type) is [var match, ..]
                && (match.Technology.IsSharedStore
                    || (call.Receiver is { } receiver && Operands.RootOf(receiver) is not ILocalReferenceOperation));

    /// <summary>Every class of the compilation; found when it is first asked for.</summary>
    public IReadOnlyList<INamedTypeSymbol> Classes(CancellationToken cancellationToken) =>
        classes ??= [.. Classes(compilation.Assembly.GlobalNamespace, cancellationToken)];

    INamedTypeSymbol? ImplementationOf(INamedTypeSymbol contract, CancellationToken cancellationToken) =>
        implementations.GetOrAdd(contract, key =>
        {
            INamedTypeSymbol? found = null;
            foreach (var type in Classes(cancellationToken))
                if (type.AllInterfaces.Any(other =>
                    SymbolEqualityComparer.Default.Equals(other.OriginalDefinition, key)))
                {
                    if (found is not null)
                        return null;
                    found = type;
                }

            return found;
        });

    static IEnumerable<INamedTypeSymbol> Classes(INamespaceOrTypeSymbol container, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } type)
                yield return type;
            if (member is INamespaceOrTypeSymbol inner)
                foreach (var nested in Classes(inner, cancellationToken))
                    yield return nested;
        }
    }
}
