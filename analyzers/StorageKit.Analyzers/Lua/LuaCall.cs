using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace StorageKit.Analyzers.Lua;

/// <summary>One <c>redis.call</c> or <c>redis.pcall</c> of a script.</summary>
/// <param name="Command">In upper case; empty where it is not a literal.</param>
/// <param name="Arguments">What follows the command, in canonical form: locals replaced by what they were set
/// to.</param>
/// <param name="Guard">The innermost condition on which it runs, or null.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record LuaCall(
    string Command, ImmutableArray<string> Arguments, LuaGuard? Guard, TextSpan Span)
{
    /// <summary>True when some argument is this word, in any case: <c>'NX'</c>.</summary>
    public bool Has(string option) =>
        Arguments.Any(argument => string.Equals(argument, LuaText.Quote(option), StringComparison.OrdinalIgnoreCase));

    /// <summary>The argument after this word: the length in <c>'PX', ARGV[2]</c>.</summary>
    public string? After(string option)
    {
        for (var i = 0; i + 1 < Arguments.Length; i++)
            if (string.Equals(Arguments[i], LuaText.Quote(option), StringComparison.OrdinalIgnoreCase))
                return Arguments[i + 1];
        return null;
    }
}

/// <summary>A condition, canonical, that must hold, or must not, for code to run.</summary>
internal sealed record LuaGuard(string Condition, bool WhenTrue, LuaGuard? Outer)
{
    public IEnumerable<LuaGuard> All()
    {
        for (var guard = this; guard is not null; guard = guard.Outer)
            yield return guard;
    }
}

/// <summary>The canonical form of expressions: tokens without spaces, strings in single quotes, results of calls as
/// <c>#0</c>, <c>#1</c> ….</summary>
internal static class LuaText
{
    public static string Quote(string text) => $"'{text}'";

    public static string Of(LuaToken token) => token.Kind == LuaTokenKind.String ? Quote(token.Text) : token.Text;

    /// <summary>The name of what a call answers.</summary>
    public static string Result(int call) => $"#{call}";
}
