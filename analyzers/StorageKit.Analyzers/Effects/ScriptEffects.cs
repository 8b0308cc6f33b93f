using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Lua;

namespace StorageKit.Analyzers.Effects;

/// <summary>
/// Turns a call that takes a Lua script, or a Redis command by name, into the effects of its commands. A script is one
/// step: what it reads before it writes is no stale read, and a key that it reads and writes is updated atomically.
/// </summary>
internal static class ScriptEffects
{
    public static IEnumerable<Effect> At(ApiCall call, Technology technology, string target, Frame frame)
    {
        var found = 0;
        foreach (var step in Steps(call, frame))
            foreach (var effect in Effects(step, call, technology, target, frame))
            {
                found++;
                yield return effect;
            }

        // A script that is not known may do anything, in one step; a command that is not known, too.
        if (found == 0)
            yield return new(EffectKind.AtomicUpdate, technology, call.Operation, frame);
    }

    static IEnumerable<ScriptStep> Steps(ApiCall call, Frame frame)
    {
        var isCommand = call.Member.Name is "Execute" or "ExecuteAsync";
        var isPrepared = call.Member.ContainingType.Name is "LuaScript" or "LoadedLuaScript";
        if ((isPrepared ? call.Receiver : call.Argument(0)) is not { } operand)
            yield break;
        foreach (var text in CommandTextResolver.Resolve(operand, frame))
        {
            var (script, operands) = isCommand
                ? RedisCommandLine.Read(text, ScriptOperands.Elements(call.Argument("args"), frame), frame)
                : (text.Text, new ScriptOperands(
                    ScriptOperands.Elements(call.Argument("keys"), frame),
                    ScriptOperands.Elements(call.Argument("values"), frame),
                    call.Argument("parameters") ?? call.Argument("ps"), text, frame));
            var calls = LuaRecognizer.Recognize(script);
            for (var i = 0; i < calls.Length; i++)
                yield return new(calls, i, operands, text);
        }
    }

    static IEnumerable<Effect> Effects(
        ScriptStep step, ApiCall call, Technology technology, string target, Frame frame)
    {
        foreach (var (kind, key) in RedisCommands.EffectsOf(step.Call))
        {
            var name = step.Operands.KeyOf(key);
            if (kind == EffectKind.Read && IsWritten(step, name))
                continue;
            yield return new(Joined(kind, name, step), technology, call.Operation, frame)
            {
                Target = target,
                Key = name,
                Values = kind is EffectKind.Read ? [] :
                [
                    .. step.Call.Arguments.Skip(1).Select(step.Operands.Of)
                        .Where(value => value is not null && value.Value.Frame == frame)
                        .Select(value => value!.Value.Value),
                ],
                Script = step,
            };
        }
    }

    /// <summary>What is read and then written in one script is an atomic update.</summary>
    static EffectKind Joined(EffectKind kind, string key, ScriptStep step) =>
        kind is EffectKind.Overwrite or EffectKind.CreateOnly && OthersOn(key, step).Any(other =>
            other is EffectKind.Read or EffectKind.AtomicUpdate)
            ? EffectKind.AtomicUpdate : kind;

    static bool IsWritten(ScriptStep step, string key) =>
        OthersOn(key, step).Any(other => other != EffectKind.Read);

    static IEnumerable<EffectKind> OthersOn(string key, ScriptStep step) =>
        step.Calls.Where(other => other != step.Call).SelectMany(RedisCommands.EffectsOf)
            .Where(other => step.Operands.KeyOf(other.Key) == key).Select(other => other.Kind);
}
