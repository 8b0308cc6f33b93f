using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;

namespace StorageKit.Analyzers.Stores;

/// <summary>
/// SK0004: a contract's member does not throw NotImplementedException, answer that it is done without doing anything,
/// or count nothing, unless the class says that it is no driver. Test projects may have stubs, but no stub drivers.
/// </summary>
internal sealed class MemberMustNotBeAStub() : StoreRule(Descriptors.SK0004_MemberMustNotBeAStub)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        if (Has(store.Type, "NotADriverAttribute")
            || (store.Parts.AreTests && !Has(store.Type, "StorageDriverAttribute")))
            yield break;
        foreach (var member in store.Members)
            if (store.Contracts.IsContract(member.Contract.ContainingType)
                && !member.Implementation.IsAbstract
                && SymbolEqualityComparer.Default.Equals(member.Implementation.ContainingType, store.Type)
                && store.Bodies.Find(member.Implementation, store.CancellationToken) is { } body
                && member.Implementation.Locations.FirstOrDefault(place => place.IsInSource) is { } place
                && StubBody.Describe(body, member.Promises) is { } what)
                yield return At(
                    new Effect(EffectKind.Read, Fields.Technology, body.Root, new Frame(body, body.Root, store)), place,
                    member.DisplayName, what);
    }

    static bool Has(INamedTypeSymbol type, string attribute) => type.GetAttributes().Any(data =>
        data.AttributeClass is { ContainingNamespace.Name: "StorageKit" } found && found.Name == attribute);
}
