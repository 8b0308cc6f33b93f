using System.Reflection;
using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Tests.Docs;

/// <summary>The rules' pages, table and release notes say what the descriptors say.</summary>
public sealed class RuleDocumentationTests
{
    static readonly string Folder = Path.Combine(Repository.Root, "docs", "rules");

    static IReadOnlyList<DiagnosticDescriptor> Rules { get; } =
    [
        .. typeof(Descriptors).GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>()
                .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    public static TheoryData<string> Ids => [.. Rules.Select(rule => rule.Id)];

    static DiagnosticDescriptor Rule(string id) => Rules.Single(rule => rule.Id == id);

    [Fact]
    public void Every_rule_about_stores_is_run() => Assert.Equal(
        Rules.Where(rule => rule.Category is "AppendOnly" or "AtomicCounter" or "Records").Select(rule => rule.Id),
        new StoreAnalyzer().SupportedDiagnostics.Where(rule => rule.Category != "Usage").Select(rule => rule.Id)
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_the_rules_title_and_every_section(string id)
    {
        var page = File.ReadAllText(Path.Combine(Folder, id + ".md"));

        Assert.StartsWith($"# {id}: {Rule(id).Title}\n", page, StringComparison.Ordinal);
        foreach (var section in new[] { "What", "Why it matters", "Flagged", "Not flagged", "Fix", "When to exempt" })
            Assert.Contains($"\n## {section}\n", page, StringComparison.Ordinal);
        Assert.Contains($"| Severity | {Rule(id).DefaultSeverity} |", page, StringComparison.Ordinal);
        Assert.Contains($"| Category | {Rule(id).Category} |", page, StringComparison.Ordinal);
        Assert.Contains("Proved at run time by", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_help_link_leads_to_the_page(string id) =>
        Assert.EndsWith($"/docs/rules/{id}.md", Rule(id).HelpLinkUri, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_message_is_a_fact_and_a_remedy(string id)
    {
        var message = Rule(id).MessageFormat.ToString(null);
        if (Rule(id).Category == "Configuration")
        {
            // The registry's own words, of which a test says that they are the same.
            Assert.Equal("{0}", message);
            return;
        }

        Assert.Equal(2, message.Split(". ").Length);
        Assert.EndsWith(".", message, StringComparison.Ordinal);
        Assert.Contains("'{0}'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_rules_is_current()
    {
        var file = Path.Combine(Folder, "README.md");
        var table = string.Concat(Rules.Select(rule =>
            $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.Category} | {rule.DefaultSeverity} |\n"));
        var expected = $"""
            # Rules

            What the analyzers see while code is typed. `STORAGEKIT_ACCEPT=1 dotnet test` writes this table from the descriptors.

            | id | title | category | severity |
            | --- | --- | --- | --- |
            {table}
            """;
        if (Environment.GetEnvironmentVariable("STORAGEKIT_ACCEPT") == "1")
            File.WriteAllText(file, expected);

        Assert.Equal(expected, File.ReadAllText(file));
    }
}
