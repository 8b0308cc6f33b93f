using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Lua;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// SK2004: a script of an atomic member sets the expiry where its increment made the key, or where the key has none,
/// and in the unit that the command takes.
/// </summary>
internal sealed class WindowMustBeArmedWhenCreated() : StoreRule(Descriptors.SK2004_WindowMustBeArmedWhenCreated)
{
    public override IEnumerable<Violation> Find(Store store)
    {
        foreach (var member in store.MembersWith(Promises.AtomicReadModifyWrite))
            foreach (var effect in store.EffectsOf(member.Implementation))
                if (effect is { Kind: EffectKind.Expire, Script: { } step })
                {
                    if (new ArmingCondition(step).Find() is { } fault)
                        yield return At(
                            effect, member.DisplayName, fault,
                            "Test 'redis.call('PTTL', KEYS[1]) < 0' after the increment");
                    else if (WrongUnit(step) is { } unit)
                        yield return At(
                            effect, member.DisplayName, $"gives '{step.Call.Command}' {unit}",
                            "Use 'PEXPIRE' or 'PX' with milliseconds, and 'EXPIRE' or 'EX' with seconds");
                }
    }

    /// <summary>The length in the unit that the command does not take, where it is known.</summary>
    static string? WrongUnit(ScriptStep step)
    {
        if (RedisCommands.LengthOf(step.Call) is not var (length, milliseconds)
            || step.Operands.Of(length) is not var (value, frame)
            || Sources.Any(value, frame, static (operation, _) => operation is IBinaryOperation))
            return null;
        var seconds = Has("TotalSeconds");
        return seconds == Has("TotalMilliseconds") ? null
            : milliseconds && seconds ? "seconds, but it takes milliseconds"
            : !milliseconds && !seconds ? "milliseconds, but it takes seconds"
            : null;

        bool Has(string unit) => Sources.Any(value, frame, (operation, _) =>
            operation is IPropertyReferenceOperation { Property: { ContainingType.Name: nameof(TimeSpan) } property }
            && property.Name == unit);
    }
}
