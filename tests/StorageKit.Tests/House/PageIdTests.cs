using System.Text.RegularExpressions;

namespace StorageKit.Tests.House;

/// <summary>A clause or rule that a page names can be looked up.</summary>
public sealed partial class PageIdTests
{
    [CloneFact]
    public void Every_clause_that_a_page_names_is_in_the_catalogue()
    {
        var known = CatalogueRow().Matches(TextOf("docs/clauses.md")).Select(row => row.Groups[1].Value).ToHashSet();

        Assert.NotEmpty(known);
        Assert.DoesNotContain(Named(Clause()), found => !known.Contains(found.Id));
    }

    [CloneFact]
    public void Every_rule_that_a_page_names_has_a_page()
    {
        Assert.DoesNotContain(
            Named(Rule()), found => !File.Exists(Path.Combine(RepositoryFiles.Root, $"docs/rules/{found.Id}.md")));
    }

    static IEnumerable<(string Page, string Id)> Named(Regex id) => RepositoryFiles.Paths(".md")
        .Where(page => page == "README.md" || page.StartsWith("docs/", StringComparison.Ordinal))
        .SelectMany(page => id.Matches(TextOf(page)).Select(found => (page, found.Value)).Distinct());

    static string TextOf(string page) => File.ReadAllText(Path.Combine(RepositoryFiles.Root, page));

    [GeneratedRegex(@"^\| ([A-Z]{3}-\d\d) \|", RegexOptions.Multiline)]
    private static partial Regex CatalogueRow();

    // Mutants are named after clauses too, with more behind: M-GEN-01-B.
    [GeneratedRegex(@"(?<![\w-])(GEN|CFG|AUD|RLC|SES|CRD|POL|LIF|OBJ)-\d+\b")]
    private static partial Regex Clause();

    [GeneratedRegex(@"\bSK\d{4}\b")]
    private static partial Regex Rule();
}
