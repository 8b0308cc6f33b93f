using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StorageKit.Analyzers.Tests.StaticKills;

/// <summary>A mutant that a rule reports: it is known to be broken before it runs.</summary>
/// <param name="Mutant">Its id.</param>
/// <param name="Clause">The clause that kills it when it runs.</param>
/// <param name="Rule">The rule's id.</param>
internal sealed record StaticKill(string Mutant, string Clause, string Rule)
{
    internal const string Heading = "mutant\tclause\trule";

    public override string ToString() => $"{Mutant}\t{Clause}\t{Rule}";

    /// <summary>The mutant around the place of a diagnostic; null when it stands in no mutant.</summary>
    internal static StaticKill? Of(Diagnostic found)
    {
        if (found.Location.SourceTree is not { } tree)
            return null;
        var mutant = tree.GetRoot().FindNode(found.Location.SourceSpan).AncestorsAndSelf()
            .OfType<TypeDeclarationSyntax>().SelectMany(type => type.AttributeLists)
            .SelectMany(list => list.Attributes).FirstOrDefault(attribute => attribute.Name.ToString() == "Mutant");
        return mutant?.ArgumentList?.Arguments is [var id, ..] arguments
            ? new(TextOf(id), TextOf(arguments.Single(IsClause)), found.Id)
            : null;
    }

    static bool IsClause(AttributeArgumentSyntax argument) =>
        argument.NameEquals?.Name.Identifier.ValueText == "Kills";

    static string TextOf(AttributeArgumentSyntax argument) =>
        ((LiteralExpressionSyntax)argument.Expression).Token.ValueText;
}
