using System.Collections.Immutable;
using StorageKit.Analyzers.Lua;

namespace StorageKit.Analyzers.Effects;

/// <summary>One command of a script that runs as one step.</summary>
/// <param name="Calls">All commands of the script.</param>
/// <param name="Index">Which of them this is.</param>
/// <param name="Operands">What the script is given.</param>
/// <param name="Text">The script's text.</param>
internal sealed record ScriptStep(
    ImmutableArray<LuaCall> Calls, int Index, ScriptOperands Operands, CommandText Text)
{
    public LuaCall Call => Calls[Index];

    /// <summary>False where the command is given something of the caller's that cannot be found.</summary>
    public bool IsKnown => Call.Arguments.Skip(1).All(argument =>
        (argument.IndexOf("ARGV", StringComparison.Ordinal) < 0 && argument.IndexOf('@') < 0)
        || Operands.Of(argument) is not null);
}
