using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Lua;
using StorageKit.Analyzers.Sql;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>Whether an effect gives a window that is open already a new end.</summary>
internal static class Rearming
{
    /// <summary>True when what is stored decides whether it happens; when in doubt, too.</summary>
    public static bool IsConditional(Effect effect) =>
        (effect.Script?.Call.Guard?.All().Any(guard => guard.Condition.IndexOf('#') >= 0) ?? false)
        || Guards.Over(effect.Operation, effect.Frame).Any(guard =>
            guard.Condition is null
            || Sources.Any(guard.Condition, guard.Frame, static (operation, frame) => IsStored(operation, frame)));

    /// <summary>An expiry without NX and XX, of a key that is the same in the next window.</summary>
    public static bool IsExpire(Effect effect)
    {
        if (effect.Script is { } step)
            return !step.Call.Has("NX") && !step.Call.Has("GT") && !step.Call.Has("LT") && !step.Call.Has("XX")
                && step.Operands.Of(step.Call.Arguments[0]) is var (key, frame) && IsFixed(key, frame)
                && RedisCommands.LengthOf(step.Call) is var (length, _)
                && length.IndexOf('#') < 0 && step.Operands.Of(length) is var (end, at) && !IsComputed(end, at);
        return ApiCall.From(effect.Operation) is { } call
            && call.Argument(0) is { } name && IsFixed(name, effect.Frame)
            && call.Argument(1) is { } expiry && !IsComputed(expiry, effect.Frame)
            && (call.Argument("when") is not
                { Parent: IArgumentOperation { ArgumentKind: not ArgumentKind.DefaultValue } } when
                || PassedObjects.IsOrSets(when, "Always", effect.Frame));
    }

    /// <summary><c>cache.Set(key, n + 1, window)</c>: the value was read there, the expiry was not.</summary>
    public static bool IsRewrittenWithExpiry(Effect effect) =>
        effect.Script is null && effect.Key.Length > 0
        && effect.Values.Any(value =>
            ValueFlow.ReadsBehind(value, effect.Frame).Any(read => read.IsSamePlaceAs(effect)))
        && ApiCall.From(effect.Operation) is { } call
        && call.Argument(0) is { } key && IsFixed(key, effect.Frame)
        && call.Arguments.Skip(1).Any(argument => !effect.Values.Contains(argument)
            && Sources.CarriesGivenTimeSpan(argument, effect.Frame) && !IsComputed(argument, effect.Frame));

    /// <summary>A statement that adds to the count and sets another column from the window that was given.</summary>
    public static bool MovesWindow(Effect effect, SqlStatement statement) =>
        statement is { ConditionNames.IsEmpty: true } or { Verb: SqlVerb.Update, ConditionIsEquality: true }
        && statement is not { Verb: SqlVerb.Insert, Conflict: not SqlConflict.Update }
        && !statement.HasSubquery && !IsBucketed(effect, statement)
        && statement.Assignments.Any(set => set is { MentionsColumn: true, ChangesNothing: false })
        && statement.Assignments.Any(set => !set.MentionsColumn && IsPlain(set, effect)
            && Values(OperandsOf(set, statement), effect).Any(value =>
                Sources.CarriesGivenTimeSpan(value, effect.Frame) && !IsComputed(value, effect.Frame)));

    static IEnumerable<string> OperandsOf(SqlAssignment set, SqlStatement statement) =>
        set.CallersColumn is not { } column ? set.Operands
        : statement.InsertedColumns.Where(inserted =>
            string.Equals(inserted.Column, column, StringComparison.OrdinalIgnoreCase))
            .SelectMany(inserted => inserted.Operands);

    static IEnumerable<IOperation> Values(IEnumerable<string> operands, Effect effect) =>
        ApiCall.From(effect.Operation) is { } call
            ? operands.SelectMany(operand => SqlParameters.ValuesOf(operand, effect.Text!, call, effect.Frame)) : [];

    /// <summary>No CASE, no function that chooses: at most a sum.</summary>
    static bool IsPlain(SqlAssignment set, Effect effect) =>
        set.CallersColumn is not null
        || new[] { "CASE", "IF", "COALESCE", "LEAST", "GREATEST", "MIN", "MAX", "NULLIF" }.All(word =>
            effect.Text!.Text.Substring(set.Value.Start, set.Value.Length)
                .IndexOf(word, StringComparison.OrdinalIgnoreCase) < 0);

    /// <summary>The time is part of the row's key: another column is made from it, or rounds it.</summary>
    static bool IsBucketed(Effect effect, SqlStatement statement) =>
        new[] { "trunc", "floor", "bucket", "/", "%" }.Any(word =>
            effect.Text!.Text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
        || Values(statement.InsertedColumns.SelectMany(column => column.Operands).Concat(statement.ConditionOperands),
            effect).Any(value => Sources.Any(value, effect.Frame, static (operation, _) => IsRounding(operation)));

    /// <summary>Only what the caller gave and constants: no clock, no unknown call.</summary>
    static bool IsFixed(IOperation key, Frame frame) =>
        !Sources.Any(key, frame, static (operation, at) => IsClock(operation)
            || operation is IParameterReferenceOperation { Parameter.Type.Name: nameof(TimeSpan) }
            || (operation is IInvocationOperation call && at.CalleeAt(call) is null
                && call.TargetMethod.ContainingType.SpecialType != SpecialType.System_String
                && call.TargetMethod.Name is not ("ToString" or "Append")));

    static bool IsComputed(IOperation value, Frame frame) => Sources.Any(value, frame, static (operation, at) =>
        IsRounding(operation) || IsStored(operation, at));

    static bool IsRounding(IOperation operation) => operation is IBinaryOperation
    {
        OperatorKind: BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder or BinaryOperatorKind.Multiply,
    };

    static bool IsStored(IOperation operation, Frame frame) => frame.EffectsAt(operation).Count > 0;

    static bool IsClock(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation
        {
            Property.Name: "UtcNow" or "Now" or "Today" or "TickCount" or "TickCount64",
        } => true,
        IInvocationOperation { TargetMethod.Name: "GetUtcNow" or "GetLocalNow" or "GetTimestamp" } => true,
        _ => false,
    };
}
