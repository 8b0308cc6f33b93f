using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace StorageKit.Analyzers.Effects;

/// <summary>
/// A text that reaches a database, as far as it is known: literal pieces as they stand, and <c>{1000}</c>,
/// <c>{1001}</c> …
/// for what is known at run time only. Small numbers stay free for the holes of ExecuteSqlRaw.
/// </summary>
/// <param name="Text">The skeleton.</param>
/// <param name="Holes">What fills the holes, in order, each with the frame to read it in.</param>
/// <param name="Pieces">Where stretches of the skeleton stand in source, character by character.</param>
/// <param name="Operand">The operand at the call, where a statement is reported whose piece is elsewhere.</param>
internal sealed record CommandText(
    string Text,
    ImmutableArray<(IOperation Value, Frame Frame)> Holes,
    ImmutableArray<TextPiece> Pieces,
    IOperation Operand)
{
    public const int FirstHole = 1000;

    /// <summary>False where no word of the text is known, so that it may do anything.</summary>
    public bool IsKnown
    {
        get
        {
            var inHole = false;
            foreach (var letter in Text)
            {
                inHole = letter == '{' || (inHole && letter != '}');
                if (!inHole && char.IsLetterOrDigit(letter))
                    return true;
            }

            return Holes.IsEmpty;
        }
    }

    /// <summary>
    /// The place of a stretch in source: in its literal if that is written in the same method, else the operand.
    /// </summary>
    public Location LocationOf(TextSpan span, MethodBodySpan body) =>
        LiteralAt(span, body) ?? Operand.Syntax.GetLocation();

    /// <summary>The place of a stretch in its literal, or null if that is not written, whole, in the method.</summary>
    public Location? LiteralAt(TextSpan span, MethodBodySpan body)
    {
        foreach (var piece in Pieces)
            if (piece.Span.Contains(span) && body.Contains(piece.Tree, piece.SourceStart))
                return Location.Create(
                    piece.Tree, new TextSpan(piece.SourceStart + span.Start - piece.Span.Start, span.Length));
        return null;
    }

    /// <summary>The hole's filling for the token <c>{1000}</c> …, or null for another token.</summary>
    public (IOperation Value, Frame Frame)? Hole(string token) =>
        token.Length > 2 && token[0] == '{' && int.TryParse(token.Substring(1, token.Length - 2), out var number)
        && number >= FirstHole && number - FirstHole < Holes.Length
            ? Holes[number - FirstHole]
            : null;
}

/// <summary>A stretch of the skeleton that stands in source unchanged.</summary>
internal readonly record struct TextPiece(TextSpan Span, SyntaxTree Tree, int SourceStart);

/// <summary>The stretch of source in which a diagnostic may point into a literal.</summary>
internal readonly record struct MethodBodySpan(SyntaxTree Tree, TextSpan Span)
{
    public static MethodBodySpan Of(Frame frame) =>
        new(frame.Body.Root.Syntax.SyntaxTree, frame.Body.Root.Syntax.FullSpan);

    public bool Contains(SyntaxTree tree, int position) => tree == Tree && Span.Contains(position);
}
