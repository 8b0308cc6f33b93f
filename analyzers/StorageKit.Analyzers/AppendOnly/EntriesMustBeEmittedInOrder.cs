using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// SK1009: entries reach the log one after the other, in the order in which they were given. A store does not write
/// them concurrently or sorted anew, and a caller does not emit a sequence of them in parallel.
/// </summary>
internal sealed class EntriesMustBeEmittedInOrder() : StoreRule(Descriptors.SK1009_EntriesMustBeEmittedInOrder)
{
    const string Concurrently = "emits them concurrently";

    public override IEnumerable<Violation> Find(Store store)
    {
        var emits = new ConcurrentEmits(store.Contracts);
        foreach (var member in store.MembersWith(Promises.AppendOnly))
        {
            foreach (var entry in store.EntryPoints)
                foreach (var (operation, frame) in emits.In(store.FramesOf(entry)))
                    yield return At(operation, frame, member.DisplayName, Concurrently);
            foreach (var (operation, frame) in RegroupedEntries.In(store.EffectsOf(member.Implementation)))
                yield return At(operation, frame, member.DisplayName, "gives them another order");
        }
    }

    /// <summary>Callers of a sink, but for tests, which emit concurrently to see what happens.</summary>
    public override ImmutableArray<string> NamesElsewhere(StoreParts parts) =>
        parts.AreTests ? [] : ConcurrentEmits.Names;

    public override IEnumerable<Violation> FindElsewhere(IMethodSymbol method, Store type)
    {
        foreach (var (operation, frame) in new ConcurrentEmits(type.Contracts).In(type.FramesOf(method)))
            yield return At(operation, frame, "append-only contract", Concurrently);
    }

    static Violation At(IOperation operation, Frame frame, params object[] arguments) =>
        At(new Effect(EffectKind.Append, Sequences.Technology, operation, frame), arguments);
}
