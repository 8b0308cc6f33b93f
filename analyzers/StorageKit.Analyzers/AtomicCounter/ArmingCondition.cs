using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Lua;

namespace StorageKit.Analyzers.AtomicCounter;

/// <summary>
/// Judges on which condition a script sets its key's expiry. What is right: a TTL below zero after the increment, or a
/// total that equals the amount, both as numbers.
/// </summary>
internal sealed class ArmingCondition(ScriptStep expiry)
{
    const string Number = "tonumber(";
    const string Text = "tostring(";

    /// <summary>What is wrong with it, or null.</summary>
    public string? Find()
    {
        foreach (var guard in expiry.Call.Guard?.All() ?? [])
            if (guard.WhenTrue && guard.Condition.IndexOf(" or ", StringComparison.Ordinal) < 0)
                foreach (var part in guard.Condition.Split([" and "], StringSplitOptions.None))
                    if (FaultOf(part) is { } fault)
                        return fault;
        return null;
    }

    string? FaultOf(string condition)
    {
        foreach (var comparison in new[] { "==", "~=", ">=", "<=", ">", "<" })
            if (condition.IndexOf(comparison, StringComparison.Ordinal) is var at and > 0)
            {
                var (left, right) = (condition.Substring(0, at), condition.Substring(at + comparison.Length));
                return FaultOf(left, comparison, right)
                    ?? (comparison == "==" ? FaultOf(right, comparison, left) : null);
            }

        return null;
    }

    string? FaultOf(string left, string comparison, string right)
    {
        if (IndexIn(left) is not { } index || !IsOfSameKey(index))
            return null;
        var call = expiry.Calls[index];
        return call.Command is "TTL" or "PTTL" ? FaultOfTtl(index, comparison, right)
            : comparison == "==" && RedisCommands.IsIncrement(call.Command) ? FaultOfTotal(left, call, right)
            : null;
    }

    static string? FaultOfTotal(string left, LuaCall increment, string right)
    {
        var leftIsText = left.StartsWith(Text, StringComparison.Ordinal)
            || (left[0] == '#' && increment.Command is "INCRBYFLOAT" or "HINCRBYFLOAT");
        var rightIsText = right[0] is '\'' or '@' || right.StartsWith("ARGV[", StringComparison.Ordinal)
            || right.StartsWith(Text, StringComparison.Ordinal);
        var rightIsNumber = char.IsDigit(right[0]) || right.StartsWith(Number, StringComparison.Ordinal);
        if ((!leftIsText && rightIsText) || (leftIsText && rightIsNumber))
            return "compares the total, a number, with a text before it arms the window, which is never equal";
        if (leftIsText && rightIsText && left[0] == '#')
            return "compares the total with the amount as texts before it arms the window, and '1.0' is not '1'";
        var amount = increment.Command == "INCR" ? "1"
            : increment.Arguments is { Length: > 1 } ? increment.Arguments[increment.Arguments.Length - 1] : "";
        return right is "1" or "'1'" && amount is not ("1" or "'1'")
            ? "arms the window only when the total is 1, so a first increment by more makes a key without an end"
            : null;
    }

    string? FaultOfTtl(int index, string comparison, string right)
    {
        var isAfter = IncrementBefore(index);
        return (comparison, right) switch
        {
            ("==", "-1") when !isAfter && HasIncrement() =>
                "arms the window only where a key had no end before, but a key that is not there has -2",
            ("==", "-2") when isAfter =>
                "arms the window where the key is not there, which is never so after it counted",
            (">", "0" or "-1") or (">=", "0") or ("~=", "-1") =>
                "arms the window only where it has an end already",
            _ => null,
        };
    }

    bool IncrementBefore(int index) =>
        Enumerable.Range(0, index).Any(i => RedisCommands.IsIncrement(expiry.Calls[i].Command) && IsOfSameKey(i));

    bool HasIncrement() =>
        Enumerable.Range(0, expiry.Calls.Length)
            .Any(i => RedisCommands.IsIncrement(expiry.Calls[i].Command) && IsOfSameKey(i));

    bool IsOfSameKey(int index) =>
        expiry.Calls[index].Arguments is [var key, ..] && expiry.Call.Arguments is [var own, ..]
        && (key == own || expiry.Operands.KeyOf(key) == expiry.Operands.KeyOf(own));

    /// <summary>The call in <c>#3</c>, <c>tonumber(#3)</c>, <c>tostring(#3)</c>.</summary>
    int? IndexIn(string operand)
    {
        foreach (var conversion in new[] { Number, Text })
            if (operand.StartsWith(conversion, StringComparison.Ordinal))
                operand = operand.Substring(conversion.Length).TrimEnd(')');
        return operand.Length > 1 && operand[0] == '#' && int.TryParse(operand.Substring(1), out var index)
            && index < expiry.Calls.Length ? index : null;
    }
}
