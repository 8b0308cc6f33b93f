using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace StorageKit.Analyzers.Lua;

/// <summary>Values, conditions and calls.</summary>
internal sealed partial class LuaRecognizer
{
    /// <summary>Calls in calls in calls …: deeper than anybody writes, shallow enough for the stack.</summary>
    const int MaxDepth = 16;

    static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "if", "then", "elseif", "else", "end", "while", "do", "for", "repeat", "until", "return", "local", "function",
        "break",
    };

    int depth;

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
