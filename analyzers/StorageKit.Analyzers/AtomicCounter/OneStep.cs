using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>Which effects of one member happen together or not at all.</summary>
internal static class OneStep
{
    const int MaxSteps = 8;

    /// <summary>One script or command text, one MULTI, one transaction of a database.</summary>
    public static bool Joins(Effect one, Effect other, IReadOnlyList<Effect> effects) =>
        one.Operation == other.Operation
        || (IsQueued(one) && IsQueued(other))
        || (one.Statement is not null && InTransaction(one, effects) && InTransaction(other, effects));

    /// <summary>A command of a Redis transaction: it waits for EXEC.</summary>
    public static bool IsQueued(Effect effect) =>
        effect.Technology == StackExchangeRedis.Technology
        && ApiCall.From(effect.Operation) is { Receiver: { } receiver }
        && IsTransaction(receiver, effect.Frame, MaxSteps);

    static bool IsTransaction(IOperation handle, Frame frame, int steps)
    {
        handle = Operands.Unwrap(handle);
        if (handle.Type?.Name == "ITransaction")
            return true;
        return steps > 0 && handle switch
        {
            IParameterReferenceOperation { Parameter: var parameter }
                when frame.Argument(parameter) is var (value, caller) => IsTransaction(value, caller, steps - 1),
            ILocalReferenceOperation local => frame.Body.DefinitionsOf(local)
                .Any(definition => IsTransaction(definition, frame, steps - 1)),
            _ => false,
        };
    }

    /// <summary>Of any isolation: what matters here is that it is undone as a whole.</summary>
    static bool InTransaction(Effect effect, IReadOnlyList<Effect> effects)
    {
        var open = false;
        foreach (var before in effects)
        {
            if (before == effect)
                return open;
            open = before.Kind switch
            {
                EffectKind.Begin or EffectKind.BeginWeak => true,
                EffectKind.Commit => false,
                _ => open,
            };
        }

        return open;
    }
}
