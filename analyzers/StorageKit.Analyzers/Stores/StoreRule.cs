using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Stores;

/// <summary>
/// One rule about stores: a query over the effects of one class. To add one: an id, a descriptor, a class like this in
/// its family's folder, a line in <see cref="StoreAnalyzer"/>, a row in AnalyzerReleases.Unshipped.md, a page in
/// docs/rules.
/// </summary>
internal abstract class StoreRule(DiagnosticDescriptor descriptor)
{
    public DiagnosticDescriptor Descriptor => descriptor;

    /// <summary>
    /// The violations in this store; each place is reported once, however many entry points reach it.
    /// </summary>
    public abstract IEnumerable<Violation> Find(Store store);

    /// <summary>
    /// For a rule that also looks at code which is no store: names that stand in every method that it has to see.
    /// </summary>
    public virtual ImmutableArray<string> NamesElsewhere(StoreParts parts) => [];

    /// <summary>
    /// The violations in a method with such a name in it, of a class that implements no contract.
    /// </summary>
    public virtual IEnumerable<Violation> FindElsewhere(IMethodSymbol method, Store type) => [];

    protected static Violation At(Effect effect, Location location, params object[] arguments) =>
        new(location, effect.Frame, arguments);

    protected static Violation At(Effect effect, params object[] arguments) =>
        new(effect.Operation.Syntax.GetLocation(), effect.Frame, arguments);
}

/// <summary>Where a rule is broken, as reached from where, and the arguments of the message.</summary>
internal readonly record struct Violation(Location Location, Frame Frame, object[] Arguments)
{
    /// <summary>What a fix needs to know beside the place, under names that the rule's fix knows.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } =
        ImmutableDictionary<string, string?>.Empty;

    /// <summary>Where this case is milder than the rule is by default.</summary>
    public DiagnosticSeverity? Severity { get; init; }
}
