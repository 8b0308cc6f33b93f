using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Tests.StaticKills;

/// <summary>Which of the kit's mutants die before they run: docs/power/static.tsv, which docs/clauses.md shows.</summary>
public sealed class StaticKillTests
{
    [Fact]
    public async Task The_table_of_mutants_that_a_rule_reports_is_current()
    {
        var corpus = MutantCorpus.Compile();
        Assert.Empty(MutantCorpus.ErrorsOf(corpus));
        var file = Path.Combine(Repository.Root, "docs", "power", "static.tsv");

        var kills = (await new AnalyzerHarness(new StoreAnalyzer()).GetDiagnosticsAsync(corpus))
            .Select(StaticKill.Of).OfType<StaticKill>().Distinct().Select(kill => kill.ToString());

        var expected = string.Join('\n', kills.Order(StringComparer.Ordinal).Prepend(StaticKill.Heading)) + "\n";
        if (Environment.GetEnvironmentVariable("STORAGEKIT_ACCEPT") == "1")
            File.WriteAllText(file, expected);
        Assert.True(
            File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == expected,
            "docs/power/static.tsv is stale. STORAGEKIT_ACCEPT=1 dotnet test tests/StorageKit.Analyzers.Tests "
            + $"--filter StaticKillTests writes it anew:\n{expected}");
    }
}
