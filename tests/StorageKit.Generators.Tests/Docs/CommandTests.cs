using System.Text.RegularExpressions;
using StorageKit.Conformance;

namespace StorageKit.Generators.Tests.Docs;

/// <summary>A command that a page shows selects tests that there are, and names files and variables that there are.
/// </summary>
public sealed partial class CommandTests
{
    static readonly MarkdownPage Guide = MarkdownPage.Read("docs", "writing-a-driver.md");

    static IEnumerable<string> Commands =>
        [.. MarkdownPage.Read("README.md").Blocks("console"), .. Guide.Blocks("console"), .. Guide.Blocks("text")];

    [Fact]
    public void A_filter_selects_tests_of_a_suite()
    {
        var used = Commands.SelectMany(block => Filter().Matches(block))
            .SelectMany(match => match.Groups[1].Value.Split('&', '|'))
            .Select(term => term.Replace("!=", "=", StringComparison.Ordinal)).Distinct().ToList();

        Assert.NotEmpty(used);
        Assert.Empty(used.Except(Traits()));
    }

    [Fact]
    public void A_file_that_a_command_runs_is_there()
    {
        var paths = Commands.SelectMany(block => PathOfHouse().Matches(block)).Select(match => match.Value).ToList();

        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path));
    }

    [Fact]
    public void Every_variable_that_is_read_is_explained_and_no_other() =>
        Assert.Equal(
            Read("src").Union(Read("tests")).Order(StringComparer.Ordinal),
            Guide.RowHeads().Where(head => head.StartsWith("STORAGEKIT_", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));

    static IEnumerable<string> Read(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .SelectMany(file => Variable().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Distinct();

    static IEnumerable<string> Traits() => ClauseCatalog.All.SelectMany(clause => new[]
    {
        $"clause={clause.Id}", $"lane={clause.Info.Lane.ToString().ToLowerInvariant()}",
        $"contract={clause.Info.Contract?.Name ?? "all"}",
    }).Concat(Kinds());

    static IEnumerable<string> Kinds() =>
        ClauseCatalog.All.Select(clause => clause.Info.Contract).OfType<Type>().Distinct()
            .SelectMany(contract => contract.GetCustomAttributes(typeof(StorageContractAttribute), inherit: false))
            .Select(attribute => $"contract={((StorageContractAttribute)attribute).Kind}");

    [GeneratedRegex("(?:--filter|-trait-?) \"([^\"]+)\"")]
    private static partial Regex Filter();

    [GeneratedRegex(@"(?<=\s)(\./test\.sh|(samples|tests|src)/[\w./-]+)")]
    private static partial Regex PathOfHouse();

    // In quotes, as code that reads a variable has it.
    [GeneratedRegex("\"(STORAGEKIT_[A-Z_]+)\"")]
    private static partial Regex Variable();
}
