using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.AppendOnly;

/// <summary>What is done to an open file.</summary>
internal static class StreamUse
{
    /// <summary>
    /// Cutting to nothing is proof; cutting to a length may be the repair of a torn tail. Turning back is proof only
    /// where the code then writes and never reads.
    /// </summary>
    public static string? Describe(
        Effect effect, HashSet<ISymbol> fields, HashSet<string> paths, IReadOnlyList<Effect> reached)
    {
        if (ApiCall.From(effect.Operation) is not { Receiver: { } stream } call
            || !IsAuditStream(stream, effect.Frame, fields, paths))
            return null;
        if (effect.Kind == EffectKind.Truncate)
            return IsZero(call.Argument(0)) ? "cuts the audit file to nothing" : null;
        var turnsBack = call.IsSetter ? IsZero(call.Argument(-1)) : call.Member.Name == "Seek";
        return turnsBack && reached.Contains(effect) && FileUse.Writes(effect.Frame) && !Reads(effect.Frame)
            ? "turns the audit file back, so that the next write goes over earlier entries" : null;
    }

    /// <summary>A stream that is opened to be read, as the argument says.</summary>
    public static bool IsForReading(Effect open) =>
        ApiCall.From(open.Operation)?.Argument("access") is { } access
        && Operands.Unwrap(access) is IFieldReferenceOperation { Field.Name: "Read" };

    static bool IsAuditStream(IOperation stream, Frame frame, HashSet<ISymbol> fields, HashSet<string> paths) =>
        Operands.Unwrap(stream) switch
        {
            IMemberReferenceOperation { Member: var member } => fields.Contains(member),
            ILocalReferenceOperation local => frame.Body.DefinitionsOf(local).Any(definition =>
                frame.EffectsAt(Operands.Unwrap(definition)).Any(open => paths.Contains(open.Key))),
            _ => false,
        };

    static bool Reads(Frame frame) => frame.Operations.Any(operation => operation
        is IInvocationOperation { TargetMethod.Name: var name } && name.StartsWith("Read", StringComparison.Ordinal));

    static bool IsZero(IOperation? value) =>
        value is not null && Operands.Unwrap(value).ConstantValue is { HasValue: true, Value: 0 or 0L };
}
