using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Sql;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Records;

/// <summary>Where a member that throws for nothing learns, or could learn, that nothing was there.</summary>
internal static class SilentMiss
{
    /// <summary>The condition that sees it, else the write that changes nothing then; null if there is neither.
    /// </summary>
    public static (IOperation Operation, Frame Frame)? In(Store store, IMethodSymbol entry)
    {
        foreach (var frame in store.FramesOf(entry))
            foreach (var operation in frame.OwnOperations)
                if (operation is IConditionalOperation { Condition: var condition }
                    && (MissTest.LeadsTo(condition, true, frame) || MissTest.LeadsTo(condition, false, frame)))
                    return (condition, frame);
        foreach (var effect in store.EffectsOf(entry))
            if (ChangesOnly(effect))
                return (effect.Operation, effect.Frame);
        return null;
    }

    /// <summary>A write that stores nothing where there is nothing, and says so in its answer only.</summary>
    static bool ChangesOnly(Effect effect) => effect.Statement is { } statement
        ? statement.Verb == SqlVerb.Update
        : effect.Technology.Name switch
        {
            "EF Core" => effect.Operation is IInvocationOperation { TargetMethod.Name: "ExecuteUpdate"
                or "ExecuteUpdateAsync" },
            "Redis" => effect.Kind == EffectKind.Expire || IsWhenExists(effect.Operation),
            "ConcurrentDictionary" => effect.Kind == EffectKind.CompareAndSet,
            "MongoDB" => effect.Kind == EffectKind.Overwrite && IsNoUpsert(effect),
            _ => false,
        };

    static bool IsNoUpsert(Effect effect) =>
        effect.Operation is IInvocationOperation call
        && call.Arguments.All(argument =>
            argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Parameter?.Name is not "options");

    public static bool IsWhenExists(IOperation call) =>
        call is IInvocationOperation { Arguments: var arguments }
        && arguments.Any(argument =>
            Operands.Unwrap(argument.Value) is IFieldReferenceOperation { Field.Name: "Exists" });
}
