using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace StorageKit.Analyzers.Lua;

/// <summary>
/// Finds the commands of a script, with the conditions on which they run. Never throws, takes linear time; what it does
/// not understand it steps over.
/// </summary>
internal sealed class LuaRecognizer
{
    /// <summary>Locals that stand for longer expressions keep their name, so that text cannot explode.</summary>
    const int MaxText = 200;

    /// <summary>Calls in calls in calls …: deeper than anybody writes, shallow enough for the stack.</summary>
    const int MaxDepth = 16;

    enum BlockKind
    {
        If,
        Loop,
        Other,
    }

    /// <summary>An open block.</summary>
    sealed class Block(BlockKind kind, LuaGuard? guard)
    {
        public BlockKind Kind => kind;

        /// <summary>What holds in it; grows when a branch in it leaves.</summary>
        public LuaGuard? Guard { get; set; } = guard;

        /// <summary>The condition of its only branch; null once there is an elseif or else.</summary>
        public string? OnlyCondition { get; set; }

        public bool Leaves { get; set; }
    }

    readonly IReadOnlyList<LuaToken> tokens;
    readonly Dictionary<string, string> locals = new(StringComparer.Ordinal);
    readonly HashSet<string> aliases = new(StringComparer.Ordinal);
    readonly Stack<Block> blocks = new();
    readonly List<LuaCall> calls = [];
    int position;
    int depth;

    LuaRecognizer(IReadOnlyList<LuaToken> tokens) => this.tokens = tokens;

    /// <summary>The commands in text order; <c>#0</c> in a condition is what the first of them answers.</summary>
    public static ImmutableArray<LuaCall> Recognize(string text)
    {
        var recognizer = new LuaRecognizer(LuaTokenizer.Tokenize(text));
        recognizer.blocks.Push(new(BlockKind.Other, null));
        while (recognizer.position < recognizer.tokens.Count)
            recognizer.Statement();
        return [.. recognizer.calls];
    }

    bool At(string text) => position < tokens.Count && tokens[position].Is(text);

    bool At(int ahead, string text) => position + ahead < tokens.Count && tokens[position + ahead].Is(text);

    void Statement()
    {
        if (At("if"))
            Open(BlockKind.If, "then");
        else if (At("elseif") || At("else"))
            NextBranch();
        else if (At("while"))
            Open(BlockKind.Loop, "do");
        else if (At("for"))
            Open(BlockKind.Loop, "do");
        else if (At("function") || At("do") || At("repeat"))
            Push(BlockKind.Other);
        else if (At("end") || At("until"))
            Close();
        else if (At("return") || At("error"))
            Leave();
        else if (At("local"))
            Local();
        else
            Expression();
    }

    void Open(BlockKind kind, string opener)
    {
        position++;
        var condition = ExpressionUntil(opener);
        var block = new Block(kind, new(condition, true, blocks.Peek().Guard)) { OnlyCondition = condition };
        blocks.Push(block);
    }

    void Push(BlockKind kind)
    {
        position++;
        blocks.Push(new(kind, blocks.Peek().Guard));
    }

    void NextBranch()
    {
        var isElse = At("else");
        position++;
        var block = blocks.Peek();
        if (block.Kind != BlockKind.If || block.Guard is not { } taken)
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
        if (block is { Kind: BlockKind.If, Leaves: true, OnlyCondition: { } condition })
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

    /// <summary>An expression to the end of its statement: to a keyword, or a name that follows a value.</summary>
    string Value()
    {
        var text = new StringBuilder();
        var open = 0;
        var complete = false;
        while (position < tokens.Count)
        {
            var token = tokens[position];
            if (open == 0 && (IsKeyword(token) || (complete && StartsStatement(token))))
                break;
            if (token.Is("(") || token.Is("{") || token.Is("["))
                open++;
            else if ((token.Is(")") || token.Is("}") || token.Is("]")) && --open < 0)
                break;
            complete = token.Kind != LuaTokenKind.Punctuation && token.Text is not ("and" or "or" or "not")
                || token.Is(")") || token.Is("]") || token.Is("}");
            Append(text);
        }

        return text.ToString();
    }

    static bool StartsStatement(LuaToken token) =>
        token.Kind == LuaTokenKind.Name && token.Text is not ("and" or "or") || token.Is(";") || token.Is(",");

    static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "if", "then", "elseif", "else", "end", "while", "do", "for", "repeat", "until", "return", "local", "function",
        "break",
    };

    static bool IsKeyword(LuaToken token) => token.Kind == LuaTokenKind.Name && Keywords.Contains(token.Text);

    string ExpressionUntil(string end)
    {
        var text = new StringBuilder();
        while (position < tokens.Count && !At(end))
            Append(text);
        position++;
        return text.ToString();
    }

    /// <summary>One token, or one call, in canonical form.</summary>
    void Append(StringBuilder text)
    {
        if (IsCallAt())
        {
            text.Append(Call());
            return;
        }

        var token = tokens[position];
        var isMember = position > 0 && (tokens[position - 1].Is(".") || tokens[position - 1].Is(":"));
        if (token.Kind == LuaTokenKind.Name && !isMember && locals.TryGetValue(token.Text, out var value))
            text.Append(value);
        else if (token.Is("and") || token.Is("or"))
            text.Append(' ').Append(token.Text).Append(' ');
        else if (token.Is("not"))
            text.Append("not ");
        else
            text.Append(LuaText.Of(token));

        position++;
    }

    bool IsCallAt() =>
        depth < MaxDepth
        && ((At("redis") && At(1, ".") && (At(2, "call") || At(2, "pcall")) && At(3, "("))
            || (position < tokens.Count && aliases.Contains(tokens[position].Text) && At(1, "(")));

    string Call()
    {
        var start = position;
        position += At("redis") ? 4 : 2;
        depth++;
        var arguments = ImmutableArray.CreateBuilder<string>();
        var argument = new StringBuilder();
        for (var open = 0; position < tokens.Count; )
        {
            if (open == 0 && (At(",") || At(")")))
            {
                arguments.Add(argument.ToString());
                argument.Clear();
                position++;
                if (tokens[position - 1].Is(")"))
                    break;
                continue;
            }

            if (At("(") || At("{") || At("["))
                open++;
            else if (At(")") || At("}") || At("]"))
                open--;
            Append(argument);
        }

        depth--;
        var command = arguments.Count > 0 && arguments[0].Length > 2 && arguments[0][0] == '\''
            ? arguments[0].Substring(1, arguments[0].Length - 2).ToUpperInvariant() : "";
        calls.Add(new(
            command, arguments.Count > 0 ? [.. arguments.Skip(1)] : [], blocks.Peek().Guard,
            TextSpan.FromBounds(tokens[start].Span.Start, tokens[Math.Min(position, tokens.Count) - 1].Span.End)));
        return LuaText.Result(calls.Count - 1);
    }
}
