using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace StorageKit.Analyzers.Effects;

/// <summary>The parts of a command text before they are put together.</summary>
internal sealed class CommandTextBuilder
{
    readonly record struct Part(string? Text, SyntaxTree? Tree, int SourceStart, (IOperation Value, Frame Frame)? Hole);

    readonly ImmutableArray<Part> parts;

    CommandTextBuilder(ImmutableArray<Part> parts) => this.parts = parts;

    public static CommandTextBuilder Empty { get; } = new([]);

    public static CommandTextBuilder OfText(string text) => new([new(text, null, 0, null)]);

    public static CommandTextBuilder OfHole(IOperation value, Frame frame) => new([new(null, null, 0, (value, frame))]);

    /// <summary>A literal whose characters stand in source as they are, without escapes, keeps its place.</summary>
    public static CommandTextBuilder OfLiteral(string text, SyntaxNode syntax)
    {
        var token = syntax switch
        {
            LiteralExpressionSyntax literal => literal.Token,
            InterpolatedStringTextSyntax content => content.TextToken,
            _ => default,
        };
        var start = token.SyntaxTree is null ? -1 : token.Text.IndexOf(text, StringComparison.Ordinal);
        return new([new(text, start < 0 ? null : token.SyntaxTree, token.SpanStart + start, null)]);
    }

    public CommandTextBuilder Add(CommandTextBuilder next) => new(parts.AddRange(next.parts));

    /// <summary>Replaces <c>{0}</c>, <c>{1}</c> … of a composite format by the arguments' texts.</summary>
    public IEnumerable<CommandTextBuilder> Fill(Func<int, CommandTextBuilder?> argument)
    {
        var result = Empty;
        foreach (var part in parts)
        {
            var rest = 0;
            for (var open = part.Text?.IndexOf('{') ?? -1; open >= 0; open = part.Text!.IndexOf('{', open + 1))
            {
                var close = part.Text!.IndexOf('}', open);
                var number = close < 0 ? "" : part.Text.Substring(open + 1, close - open - 1);
                if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    || argument(index) is not { } filling)
                    continue;
                result = result.Add(Cut(part, rest, open)).Add(filling);
                rest = close + 1;
            }

            result = result.Add(Cut(part, rest, part.Text?.Length ?? 0));
        }

        return [result];
    }

    public CommandText ToText(IOperation operand)
    {
        var text = new StringBuilder();
        var holes = ImmutableArray.CreateBuilder<(IOperation, Frame)>();
        var pieces = ImmutableArray.CreateBuilder<TextPiece>();
        foreach (var part in parts)
        {
            if (part.Hole is { } hole)
            {
                text.Append('{').Append(CommandText.FirstHole + holes.Count).Append('}');
                holes.Add(hole);
            }
            else
            {
                if (part.Tree is not null)
                    pieces.Add(new(new TextSpan(text.Length, part.Text!.Length), part.Tree, part.SourceStart));
                text.Append(part.Text);
            }
        }

        return new(text.ToString(), holes.ToImmutable(), pieces.ToImmutable(), operand);
    }

    static CommandTextBuilder Cut(Part part, int start, int end) =>
        part.Text is not { } text
            ? new([part])
            : new([part with { Text = text.Substring(start, end - start), SourceStart = part.SourceStart + start }]);
}
