using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Flow;

namespace StorageKit.Analyzers.Stores;

/// <summary>
/// A class that implements contracts, as rules see it: the members that keep a promise and the effects that their code
/// has, helpers included. Effects are computed once and shared by all rules.
/// </summary>
internal sealed class Store(INamedTypeSymbol type, StoreParts parts, CancellationToken cancellationToken)
{
    readonly MethodBodies bodies = new(parts.Compilation, parts.Table);
    readonly Dictionary<IMethodSymbol, EffectWalk> walks = new(SymbolEqualityComparer.Default);
    readonly Dictionary<IMethodSymbol, StepFinder> steps = new(SymbolEqualityComparer.Default);
    IReadOnlyList<ContractMember>? members;
    IReadOnlyList<IMethodSymbol>? entryPoints;
    IReadOnlyList<Effect>? allEffects;
    IReadOnlyList<Effect>? initializerEffects;

    public INamedTypeSymbol Type => type;

    /// <summary>What all stores of the compilation share.</summary>
    public StoreParts Parts => parts;

    public ContractTypes Contracts => parts.Contracts;

    public MethodBodies Bodies => bodies;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>
    /// Every method of every contract, and of every ability beside one that promises something, with the method of this
    /// class, or of a base, that implements it.
    /// </summary>
    public IReadOnlyList<ContractMember> Members => members ??= [.. FindMembers()];

    public IEnumerable<ContractMember> MembersWith(Promises promise) =>
        Members.Where(member => (member.Promises & promise) != 0);

    /// <summary>The effects of one entry point, in evaluation order, through all helpers.</summary>
    public IReadOnlyList<Effect> EffectsOf(IMethodSymbol method) => WalkOf(method).Effects;

    /// <summary>The methods that one entry point runs, as they are reached.</summary>
    public IReadOnlyList<Frame> FramesOf(IMethodSymbol method) => WalkOf(method).Frames;

    /// <summary>What one entry point does to store something, unknown calls included.</summary>
    public StepFinder StepsOf(IMethodSymbol method)
    {
        if (!steps.TryGetValue(method, out var found))
            steps.Add(method, found = new(FramesOf(method), EffectsOf(method)));
        return found;
    }

    EffectWalk WalkOf(IMethodSymbol method)
    {
        if (!walks.TryGetValue(method, out var found))
            walks.Add(method, found = EffectWalk.From(method, this));
        return found;
    }

    /// <summary>Contract members, public methods, and each method that no other method here calls.</summary>
    public IReadOnlyList<IMethodSymbol> EntryPoints => entryPoints ??= [.. FindEntryPoints()];

    /// <summary>The effects of all entry points.</summary>
    public IReadOnlyList<Effect> AllEffects => allEffects ??= [.. EntryPoints.SelectMany(EffectsOf)];

    /// <summary>The effects of what fields and properties are initialised with, as every new store has them.</summary>
    public IReadOnlyList<Effect> InitializerEffects =>
        initializerEffects ??= EffectWalk.From(FieldInitializers.Of(this), this).Effects;

    /// <summary>The class itself, its bases and nested types in source: calls into them are followed.</summary>
    public bool IsFamily(INamedTypeSymbol? other)
    {
        for (var outer = other?.OriginalDefinition; outer is not null; outer = outer.ContainingType?.OriginalDefinition)
            for (var own = type; own is not null; own = own.BaseType)
                if (SymbolEqualityComparer.Default.Equals(outer, own.OriginalDefinition))
                    return true;
        return false;
    }

    /// <summary>The body that a call runs, in the family or beside it; null where there is nothing to follow.</summary>
    public MethodBody? BodyOf(IMethodSymbol method) =>
        IsFamily(method.ContainingType)
            ? bodies.Find(Dispatch(method), cancellationToken)
            : parts.Outside.Find(method, bodies, cancellationToken);

    /// <summary>The method that a call reaches in this class: the most derived override.</summary>
    public IMethodSymbol Dispatch(IMethodSymbol method)
    {
        if (method is { IsVirtual: false, IsAbstract: false, IsOverride: false })
            return method;
        for (var own = type; own is not null; own = own.BaseType)
            foreach (var candidate in own.GetMembers(method.Name).OfType<IMethodSymbol>())
                for (var overridden = candidate; overridden is not null; overridden = overridden.OverriddenMethod)
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method.OriginalDefinition))
                        return candidate;
        return method;
    }

    IEnumerable<ContractMember> FindMembers()
    {
        foreach (var contract in type.AllInterfaces.Where(Contracts.HasPromises))
            foreach (var member in contract.GetMembers().OfType<IMethodSymbol>())
                if (type.FindImplementationForInterfaceMember(member) is IMethodSymbol implementation)
                    yield return new(member, Dispatch(implementation), Contracts.PromisesOf(member.OriginalDefinition));
    }

    IEnumerable<IMethodSymbol> FindEntryPoints()
    {
        var own = new List<IMethodSymbol>();
        for (var current = type; current is not null; current = current.BaseType)
            own.AddRange(
                current.GetMembers().OfType<IMethodSymbol>()
                .Where(method => bodies.Find(method, cancellationToken) is not null));
        var called = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        foreach (var method in own)
            CallGraph.AddCallees(bodies.Find(method, cancellationToken)!, this, called);
        return own.Where(method =>
            !called.Contains(method.OriginalDefinition)
            || method.DeclaredAccessibility is Accessibility.Public
            || Members.Any(member => SymbolEqualityComparer.Default.Equals(member.Implementation, method)));
    }
}
