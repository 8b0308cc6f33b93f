using System.Globalization;
using Microsoft.CodeAnalysis;

namespace StorageKit.Analyzers.Effects;

/// <summary>
/// Reads <c>Execute("XTRIM", key, "MAXLEN", 1000)</c> as the script of that one command, and
/// <c>Execute("EVAL", script, 1, key, …)</c> as the script.
/// </summary>
internal static class RedisCommandLine
{
    public static (string Script, ScriptOperands Operands) Read(
        CommandText command, IReadOnlyList<IOperation>? arguments, Frame frame)
    {
        var list = arguments ?? [];
        if (IsEval(command.Text) && list.Count >= 2
            && CommandTextResolver.Resolve(list[0], frame).FirstOrDefault() is { } text
            && NumberIn(list[1]) is { } count && count >= 0 && list.Count >= count + 2)
            return (text.Text, new([.. list.Skip(2).Take(count)], [.. list.Skip(2 + count)], null, text, frame));
        var words = list.Select((argument, i) =>
            Operands.Unwrap(argument).ConstantValue is { HasValue: true, Value: string word }
                ? $"'{word.Replace("'", "")}'" : $"KEYS[{i + 1}]");
        return ($"redis.call('{command.Text.Replace("'", "")}', {string.Join(", ", words)})",
            new(list, null, null, command, frame));
    }

    static bool IsEval(string command) =>
        string.Equals(command, "EVAL", StringComparison.OrdinalIgnoreCase)
        || string.Equals(command, "EVAL_RO", StringComparison.OrdinalIgnoreCase);

    static int? NumberIn(IOperation operand) => Operands.Unwrap(operand).ConstantValue switch
    {
        { HasValue: true, Value: int number } => number,
        { HasValue: true, Value: string text }
            when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
