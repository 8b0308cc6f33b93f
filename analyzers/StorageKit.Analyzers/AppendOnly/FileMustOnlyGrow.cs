using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>
/// SK1006: the file that an append-only member writes to is never truncated, rewritten or deleted, in any method of the
/// store, and is not opened so that the next write goes over its beginning.
/// </summary>
internal sealed class FileMustOnlyGrow() : StoreRule(Descriptors.SK1006_FileMustOnlyGrow)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AppendOnly))
        {
            var writes = new EntryWrites(store, member);
            var fields = FileUse.WrittenFields(store, member.Implementation);
            var all = store.AllEffects.Concat(store.InitializerEffects)
                .Where(effect => effect.Technology == Files.Technology || effect.Technology == Files.Streams).ToList();
            if (all.Count == 0)
                yield break;
            var kept = all.Where(effect => FileUse.FieldOf(effect) is { } field && fields.Contains(field)).ToList();
            var paths = AppendedPaths(writes.Reached.Concat(kept));
            if (paths.Count == 0 && fields.Count == 0 && !IsLogElsewhere(writes))
                paths = RewrittenPaths(writes.Reached);
            foreach (var effect in all)
                if (Describe(effect, kept, paths, fields, writes) is { } what)
                    yield return At(effect, member.DisplayName, what) with { Properties = FileEdit.Of(effect) };
        }
    }

    /// <summary>Files that something is added to: the log, where there is one.</summary>
    static HashSet<string> AppendedPaths(IEnumerable<Effect> effects) =>
        [.. effects.Where(effect => effect.Technology == Files.Technology
            && effect.Kind is EffectKind.Append or EffectKind.CreateOnly).Select(effect => effect.Key)];

    /// <summary>Without a log that grows: files that are written with the entry, or opened anew for it.</summary>
    static HashSet<string> RewrittenPaths(IReadOnlyList<Effect> reached) =>
        [.. reached.Where(effect => effect.Technology == Files.Technology && effect.Kind switch
            {
                EffectKind.Overwrite => effect.Values.All(value => !Operands.Unwrap(value).ConstantValue.HasValue),
                EffectKind.Truncate or EffectKind.OpenAtStart => FileUse.Writes(effect.Frame),
                _ => false,
            } && !FilePaths.IsMovedLater(effect, reached)).Select(effect => effect.Key)];

    static bool IsLogElsewhere(EntryWrites writes) =>
        writes.AddTo([Files.Technology, Files.Streams])
        || writes.AreHandedOn(method => method.ContainingNamespace?.FullName() is "System.IO");

    static string? Describe(
        Effect effect, List<Effect> kept, HashSet<string> paths, HashSet<ISymbol> fields, EntryWrites writes)
    {
        if (effect.Technology == Files.Streams)
            return StreamUse.Describe(effect, fields, paths, writes.Reached);
        if (!kept.Contains(effect)
            && !(writes.Reached.Contains(effect) ? paths.Contains(effect.Key) : Places.AreAlike(effect.Key, paths)))
            return null;
        return effect.Kind switch
        {
            EffectKind.Overwrite when !FilePaths.IsFirstContent(effect) => "replaces the audit file",
            EffectKind.Delete => "deletes the audit file",
            EffectKind.Truncate when !FilePaths.IsNew(effect) && !FilePaths.IsFirstContent(effect) =>
                "truncates the audit file",
            EffectKind.OpenAtStart when !StreamUse.IsForReading(effect) && !FileUse.SeeksOrReads(effect.Frame) =>
                "opens the audit file at its beginning, so that the next write goes over the first entries",
            _ => null,
        };
    }
}
