using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Sql;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Records;

/// <summary>SK3003: a member that stores a record replaces the one that is there.</summary>
internal sealed class SaveMustReplace() : StoreRule(Descriptors.SK3003_SaveMustReplace)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.Members)
        {
            if (member.Role != ContractRole.Save)
                continue;
            var effects = store.EffectsOf(member.Implementation);
            foreach (var effect in effects)
                if (effect.Kind is EffectKind.CreateOnly or EffectKind.Append && OnlyAdds(effect)
                    && !ReplacesElsewhere(effect, effects) && !IsCaught(effect)
                    && !KeepsVersions(effect, store) && !AsksFirst(effect, store, member))
                    yield return effect.Text is { } text
                        ? At(effect, text.LocationOf(effect.Statement!.Span, MethodBodySpan.Of(effect.Frame)),
                            member.DisplayName, FactOf(effect), RemedyOf(effect))
                        : At(effect, member.DisplayName, FactOf(effect), RemedyOf(effect));
        }
    }

    /// <summary>Lists, streams and appended files are logs, not places for one record.</summary>
    static bool OnlyAdds(Effect effect) => effect.Technology.Name switch
    {
        "Redis" or "Files" => effect.Kind == EffectKind.CreateOnly,
        "Sequences" or "Immutable collections" or "File streams" => false,
        _ => effect.Statement is not ({ HasSubquery: true } or { OnlyNamesTheRow: true })
            && effect.Technology.Name is not ("Interlocked" or "Fields"),
    };

    /// <summary>Another write of the member replaces: the other arm of a condition, a second copy, a move into place.
    /// </summary>
    static bool ReplacesElsewhere(Effect added, IReadOnlyList<Effect> effects)
    {
        foreach (var other in effects)
        {
            if (other == added || (other.Technology != added.Technology && (other.Statement is null
                || added.Statement is null)))
                continue;
            if (added.Statement is not null && other.Target != added.Target)
                continue;
            var isMove = added.Operation is IInvocationOperation { TargetMethod.Name: "Move" or "Copy" };
            if (isMove && other.Kind == EffectKind.Overwrite && other.Key != added.Key)
                continue;
            if (other.Kind is EffectKind.Overwrite or EffectKind.Delete or EffectKind.Truncate
                or EffectKind.AtomicUpdate or EffectKind.CompareAndSet)
                return true;
            if (added.Technology.Name == "Files" && !isMove && other.Kind == EffectKind.CreateOnly
                && other.Key != added.Key)
                return true;
        }

        return false;
    }

    /// <summary>Who catches the duplicate perhaps replaces it then.</summary>
    static bool IsCaught(Effect effect)
    {
        var operation = effect.Operation;
        for (var frame = effect.Frame; frame is not null; frame = frame.Caller)
        {
            for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
                if (parent is ITryOperation attempt && attempt.Catches.Any(handler => !OnlyThrows(handler)))
                    return true;
            if (frame.CallSite is not { } call)
                break;
            operation = call;
        }

        return false;
    }

    static bool OnlyThrows(ICatchClauseOperation handler) =>
        handler.Handler.Operations is [.., IThrowOperation
            or IExpressionStatementOperation { Operation: IThrowOperation }]
        && !handler.Handler.Descendants().Any(operation => operation is IAwaitOperation);

    /// <summary>A table whose readers take the latest row keeps every version.</summary>
    static bool KeepsVersions(Effect effect, Store store) =>
        effect.Statement is not null && store.AllEffects.Any(other =>
            other is { Kind: EffectKind.Read, Text: { } text } && other.Target == effect.Target
            && (Contains(text, "ORDER BY") || Contains(text, "MAX(")));

    static bool Contains(CommandText text, string words) =>
        text.Text.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>A look before may lead to a change of what was found, which has no effect of its own.</summary>
    static bool AsksFirst(Effect effect, Store store, ContractMember member)
    {
        if (effect.Technology.Name is not ("EF Core" or "MongoDB") && !IsTested(effect.Operation))
            return effect.Technology.Name is "ConcurrentDictionary" or "Dictionary" && IsOnMiss(effect);
        return IsTested(effect.Operation)
            ? UnknownCalls.AnyIn(store, member.Implementation)
            : store.FramesOf(member.Implementation).Any(frame =>
                frame.OwnOperations.Any(operation => LookupCalls.IsLookup(operation, frame)));
    }

    /// <summary><c>if (!map.TryGetValue(id, out var row)) map.Add(id, row = new());</c>: the row is changed after.
    /// </summary>
    static bool IsOnMiss(Effect effect) =>
        WayToThrow.IsOnMiss(new(effect.Operation, effect.Frame, null, null));

    static bool IsTested(IOperation call)
    {
        for (var parent = call.Parent; parent is not null; parent = parent.Parent)
            switch (parent)
            {
                case IExpressionStatementOperation or IReturnOperation or IBlockOperation:
                    return false;
                case IConditionalOperation or ILoopOperation or IVariableDeclaratorOperation:
                    return true;
            }

        return false;
    }

    static string FactOf(Effect effect) =>
        effect.Statement is { Conflict: SqlConflict.Ignore } ? "this SQL keeps the old one"
        : effect.Statement is not null ? "this SQL fails when there is one"
        : effect.Operation is IInvocationOperation { TargetMethod.Name: "TryAdd" or "StringSet" or "StringSetAsync"
            or "HashSet" or "HashSetAsync" }
            ? "this call keeps the old one"
        : "this call fails when there is one";

    static string RemedyOf(Effect effect) =>
        effect.Statement is not null ? "Write 'INSERT … ON CONFLICT … DO UPDATE'"
        : effect.Technology.Name switch
        {
            "ConcurrentDictionary" or "Dictionary" => "Set the indexer",
            "Redis" => "Leave out 'When.NotExists'",
            "EF Core" => "Look for the entity and change it, or run an upsert",
            "MongoDB" => "Use 'ReplaceOneAsync' with 'IsUpsert'",
            "Azure Tables" => "Use 'UpsertEntityAsync' with 'TableUpdateMode.Replace'",
            "Cosmos DB" => "Use 'UpsertItemAsync'",
            "Files" => "Write another file and move it over the old one",
            _ => "Use a call that replaces",
        };
}
