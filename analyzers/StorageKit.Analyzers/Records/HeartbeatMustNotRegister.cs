using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Sql;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Records;

/// <summary>SK3013: a heartbeat changes a registration that is there, and never makes one.</summary>
internal sealed class HeartbeatMustNotRegister() : StoreRule(Descriptors.SK3013_HeartbeatMustNotRegister)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.Members)
        {
            if (member.Role != ContractRole.Renew)
                continue;
            var effects = store.EffectsOf(member.Implementation);
            var refuses = UnknownCalls.AnyIn(store, member.Implementation)
                || ThrowSite.In(store, member.Implementation).Any(site =>
                site.MayBeNotFound || WayToThrow.IsOnMiss(site));
            var registered = EffectsOf(store, member, "RegisterAsync");
            foreach (var effect in effects)
                if (Creates(effect) && registered.Any(other => IsSameTarget(other, effect))
                    && !effects.Any(other => other.Kind == EffectKind.CompareAndSet
                    && other.Technology.Name.StartsWith("Redis", StringComparison.Ordinal)))
                {
                    if (!refuses && !MissGuards(effect))
                        yield return Report(effect, member, "makes the registration anew when there is none");
                    else if (refuses && IsRace(effect, effects))
                        yield return Report(
                            effect, member, "writes what was deregistered after it looked") with
                        { Severity = DiagnosticSeverity.Warning };
                }

            foreach (var effect in effects)
                if (IgnoresEnd(effect, effects, EffectsOf(store, member, "DeregisterAsync")))
                    yield return Report(effect, member, "changes a row that 'DeregisterAsync' only marked");
        }
    }

    static IReadOnlyList<Effect> EffectsOf(Store store, ContractMember heartbeat, string name)
    {
        foreach (var member in store.Members)
            if (member.Contract.Name == name && SymbolEqualityComparer.Default.Equals(
                member.Contract.ContainingType, heartbeat.Contract.ContainingType))
                return store.EffectsOf(member.Implementation);
        return [];
    }

    static Violation Report(Effect effect, ContractMember member, string fact) =>
        effect.Text is { } text
            ? At(effect, text.LocationOf(effect.Statement!.Span, MethodBodySpan.Of(effect.Frame)), member.DisplayName,
                fact)
            : At(effect, member.DisplayName, fact);

    static bool Creates(Effect effect) => effect.Statement is { } statement
        ? statement.Verb is SqlVerb.Insert or SqlVerb.Merge or SqlVerb.MergeMatched && !statement.HasSubquery
        : (effect.Technology.Name, effect.Kind) switch
        {
            ("Redis", EffectKind.Overwrite) => !SilentMiss.IsWhenExists(effect.Operation),
            ("ConcurrentDictionary" or "Dictionary", EffectKind.Overwrite or EffectKind.AtomicUpdate
                or EffectKind.CreateOnly) => true,
            ("IMemoryCache" or "IDistributedCache", EffectKind.Overwrite) => true,
            ("MongoDB", EffectKind.Overwrite) => effect.Operation is IInvocationOperation call
                && call.Arguments.Any(argument => PassedObjects.Set([argument.Value], "IsUpsert", effect.Frame)),
            ("Azure Tables" or "Cosmos DB", EffectKind.Overwrite) => effect.Operation is IInvocationOperation
                { TargetMethod.Name: var name } && name.StartsWith("Upsert", StringComparison.Ordinal),
            _ => false,
        };

    static bool IsSameTarget(Effect register, Effect effect) =>
        TargetName.IsSame(register, effect) && register.Kind is not (EffectKind.Read or EffectKind.Delete);

    /// <summary>The write runs only where something was found; then it is another rule's.</summary>
    static bool MissGuards(Effect effect)
    {
        for (var operation = effect.Operation; operation.Parent is { } parent; operation = parent)
            if (parent is IConditionalOperation choice && choice.Condition != operation
                && MissTest.LeadsTo(choice.Condition, choice.WhenTrue != operation, effect.Frame))
                return true;
            else if (parent is IBlockOperation block)
                foreach (var statement in block.Operations)
                {
                    if (statement == operation)
                        break;
                    if (statement is IConditionalOperation { WhenFalse: null, Condition: var test }
                        && MissTest.LeadsTo(test, true, effect.Frame))
                        return true;
                }

        return false;
    }

    /// <summary>Looks at the same place before, in a call of its own, with nothing that keeps others out.</summary>
    static bool IsRace(Effect write, IReadOnlyList<Effect> effects) =>
        write.Technology.Name == "ConcurrentDictionary" && write.Kind == EffectKind.Overwrite && !write.IsLocked
        && effects.Any(read => read.Kind == EffectKind.Read && TargetName.IsSame(read, write) && read.Key == write.Key
        && !read.IsLocked)
        && effects.All(other => other.Kind is EffectKind.Read or EffectKind.Overwrite);

    static bool IgnoresEnd(Effect heartbeat, IReadOnlyList<Effect> effects, IReadOnlyList<Effect> deregister)
    {
        if (heartbeat.Statement is not { Verb: SqlVerb.Update } update || HasHoles(heartbeat))
            return false;
        var marks = deregister.Where(other => other.Statement is not null && other.Target == heartbeat.Target
            && other.Kind != EffectKind.Read).ToList();
        return marks.Count > 0
            && marks.All(mark => mark.Statement is { Verb: SqlVerb.Update } && !HasHoles(mark))
            && !marks.SelectMany(mark => mark.Statement!.Assignments).Any(ended =>
                effects.Any(other => other.Statement is { } statement && other.Target == heartbeat.Target
                    && (Names(statement, ended.Column)
                        || other.Kind == EffectKind.Read && Mentions(other.Text!, ended.Column))));
    }

    static bool HasHoles(Effect effect) =>
        effect.Text is { Operand.Type.Name: not "FormattableString", Holes.IsEmpty: false };

    static bool Names(SqlStatement statement, string column) =>
        statement.ConditionNames.Contains(column, StringComparer.OrdinalIgnoreCase);

    static bool Mentions(CommandText text, string column) =>
        text.Text.IndexOf(column, StringComparison.OrdinalIgnoreCase) >= 0;
}
