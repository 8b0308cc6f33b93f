using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Records;

/// <summary>
/// SK3004: no secret reaches a log, a trace, the console, an exception's message or the text of an SQL statement.
/// </summary>
internal sealed class SecretMustNotLeak() : StoreRule(Descriptors.SK3004_SecretMustNotLeak)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        var flow = new SecretFlow(store);
        foreach (var entry in store.EntryPoints)
        {
            foreach (var frame in store.FramesOf(entry))
                foreach (var operation in frame.OwnOperations)
                    if (SecretSink.Of(operation) is { } sink)
                        foreach (var value in sink.Values)
                            if (flow.SourceOf(value, frame) is { } secret)
                            {
                                yield return At(MemberEffect.At(operation, frame), store.Type.Name, secret, sink.Name);
                                break;
                            }

            foreach (var effect in store.EffectsOf(entry))
                if (effect.Text is { Operand.Type.Name: not "FormattableString" } text
                    && text.Holes.Select(hole => flow.SourceOf(hole.Value, hole.Frame))
                        .FirstOrDefault(found => found is not null) is { } inlined)
                    yield return At(effect, store.Type.Name, inlined, "the text of an SQL statement");
        }
    }
}
