using System.Text.RegularExpressions;
using StorageKit.Testing.Roslyn;

namespace StorageKit.Conformance.Tests.Docs;

/// <summary>The pages of the analyzers' rules, as far as they name clauses.</summary>
internal static partial class RulePages
{
    /// <summary>Rule and clause, from each page's row "Proved at run time by"; in the order of the rules.</summary>
    internal static IReadOnlyList<(string Rule, string Clause)> Proofs { get; } =
    [
        .. from page in Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "rules"), "SK*.md")
            .Order(StringComparer.Ordinal)
           from row in File.ReadLines(page)
               .Where(line => line.StartsWith("| Proved at run time by |", StringComparison.Ordinal))
           from Match clause in ClauseId().Matches(row)
           select (Path.GetFileNameWithoutExtension(page), clause.Value),
    ];

    [GeneratedRegex("[A-Z]{3}-[0-9]{2}")]
    private static partial Regex ClauseId();
}
