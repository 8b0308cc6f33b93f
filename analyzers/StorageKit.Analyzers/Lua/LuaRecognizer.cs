using System.Collections.Immutable;

namespace StorageKit.Analyzers.Lua;

/// <summary>
/// Finds the commands of a script, with the conditions on which they run. Never throws, takes linear time; what it does
/// not understand it steps over.
/// </summary>
internal sealed partial class LuaRecognizer
{
    /// <summary>Locals that stand for longer expressions keep their name, so that text cannot explode.</summary>
    const int MaxText = 200;

    readonly IReadOnlyList<LuaToken> tokens;
    readonly Dictionary<string, string> locals = new(StringComparer.Ordinal);
    readonly HashSet<string> aliases = new(StringComparer.Ordinal);
    readonly Stack<LuaBlock> blocks = new();
    readonly List<LuaCall> calls = [];
    int position;

    LuaRecognizer(IReadOnlyList<LuaToken> tokens) => this.tokens = tokens;

    /// <summary>The commands in text order; <c>#0</c> in a condition is what the first of them answers.</summary>
    public static ImmutableArray<LuaCall> Recognize(string text)
    {
        var recognizer = new LuaRecognizer(LuaTokenizer.Tokenize(text));
        recognizer.blocks.Push(new(LuaBlockKind.Other, null));
        while (recognizer.position < recognizer.tokens.Count)
            recognizer.Statement();
        return [.. recognizer.calls];
    }

    bool At(string text) => position < tokens.Count && tokens[position].Is(text);

    bool At(int ahead, string text) => position + ahead < tokens.Count && tokens[position + ahead].Is(text);

    void Statement()
    {
        if (At("if"))
            Open(LuaBlockKind.If, "then");
        else if (At("elseif") || At("else"))
            NextBranch();
        else if (At("while"))
            Open(LuaBlockKind.Loop, "do");
        else if (At("for"))
            Open(LuaBlockKind.Loop, "do");
        else if (At("function") || At("do") || At("repeat"))
            Push(LuaBlockKind.Other);
        else if (At("end") || At("until"))
            Close();
        else if (At("return") || At("error"))
            Leave();
        else if (At("local"))
            Local();
        else
            Expression();
    }

    void Open(LuaBlockKind kind, string opener)
    {
        position++;
        var condition = ExpressionUntil(opener);
        var block = new LuaBlock(kind, new(condition, true, blocks.Peek().Guard)) { OnlyCondition = condition };
        blocks.Push(block);
    }

    void Push(LuaBlockKind kind)
    {
        position++;
        blocks.Push(new(kind, blocks.Peek().Guard));
    }

    void NextBranch()
    {
        var isElse = At("else");
        position++;
        var block = blocks.Peek();
        if (block.Kind != LuaBlockKind.If || block.Guard is not { } taken)
            return;
        var outer = taken with { WhenTrue = false };
        block.Guard = isElse ? outer : new(ExpressionUntil("then"), true, outer);
        block.OnlyCondition = null;
        block.Leaves = false;
    }

    void Close()
    {
        position++;
        if (blocks.Count == 1)
            return;
        var block = blocks.Pop();
        // if … then return … end: what follows runs only where the condition does not hold.
        if (block is { Kind: LuaBlockKind.If, Leaves: true, OnlyCondition: { } condition })
            blocks.Peek().Guard = new(condition, false, blocks.Peek().Guard);
    }

    void Leave()
    {
        blocks.Peek().Leaves = true;
        position++;
    }

    /// <summary><c>local n = tonumber(ARGV[1])</c>; with several names nothing is remembered.</summary>
    void Local()
    {
        position++;
        if (At("function") || position >= tokens.Count)
            return;
        var name = tokens[position].Text;
        if (!At(1, "="))
        {
            Forget();
            return;
        }

        position += 2;
        if (At("redis") && At(1, ".") && (At(2, "call") || At(2, "pcall")) && !At(3, "("))
        {
            aliases.Add(name);
            position += 3;
            return;
        }

        Remember(name, Value());
    }

    /// <summary>Names of a multiple assignment hold what is not known.</summary>
    void Forget()
    {
        while (position < tokens.Count && tokens[position].Kind == LuaTokenKind.Name && !At("="))
        {
            locals.Remove(tokens[position].Text);
            position++;
            if (At(","))
                position++;
            else
                break;
        }
    }

    void Remember(string name, string value)
    {
        locals[name] = value.Length is > 0 and <= MaxText ? value : name;
    }

    void Expression()
    {
        var token = tokens[position];
        if (token.Kind == LuaTokenKind.Name && At(1, "=") && !IsCallAt())
        {
            position += 2;
            var value = Value();
            // A second value, perhaps in one branch only: both are possible, so neither is known. n = tonumber(n) is.
            var isOther = locals.TryGetValue(token.Text, out var before)
                && value.IndexOf(before, StringComparison.Ordinal) < 0;
            Remember(token.Text, isOther ? token.Text : value);
        }
        else if (IsCallAt())
            Call();
        else
            position++;
    }
}
