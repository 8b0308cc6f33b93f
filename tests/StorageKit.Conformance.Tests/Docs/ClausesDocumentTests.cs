using StorageKit.Conformance.Tests.Mutants;
using StorageKit.Testing.Roslyn;

namespace StorageKit.Conformance.Tests.Docs;

/// <summary>docs/clauses.md says what the catalogue, the rules' pages and the mutants say.</summary>
public sealed class ClausesDocumentTests
{
    [Fact]
    public void The_page_of_clauses_is_current()
    {
        var file = Path.Combine(Repository.Root, "docs", "clauses.md");
        var expected = ClausesDocument.Write(
            ClauseCatalog.All, RulePages.Proofs, Mutant.All, PowerTable.Mutants, PowerTable.Drivers,
            PowerTable.StaticKills);
        if (Environment.GetEnvironmentVariable("STORAGEKIT_ACCEPT") == "1") File.WriteAllText(file, expected);

        var stored = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";

        Assert.True(
            stored == expected,
            $"docs/clauses.md is stale, first where it should say \"{FirstDifference(stored, expected)}\". "
            + "STORAGEKIT_ACCEPT=1 dotnet test tests/StorageKit.Conformance.Tests --filter ClausesDocumentTests "
            + "writes it anew.");
    }

    [Fact]
    public void A_rule_is_proved_by_clauses_that_exist()
    {
        Assert.NotEmpty(RulePages.Proofs);
        Assert.Empty(
            RulePages.Proofs.Select(proof => proof.Clause).Except(ClauseCatalog.All.Select(clause => clause.Id)));
    }

    [Fact]
    public void A_mutant_breaks_a_clause_that_exists() =>
        Assert.Empty(
            Mutant.All.Select(mutant => mutant.Info.Kills).Except(ClauseCatalog.All.Select(clause => clause.Id)));

    [Fact]
    public void A_row_has_every_face_of_its_clause()
    {
        var page = ClausesDocument.Write(
            [ClauseCatalog.Get("RLC-05")], [("SK2001", "RLC-05"), ("SK2002", "RLC-06")], Mutant.All,
            [new("M-R02", "RLC-05", 20, 19, "7")], [new("memory", 100, 9, 0, 0, 1, 2)],
            [("M-R02", "SK2015")]);

        var row = Assert.Single(page.Split('\n'), line => line.StartsWith("| RLC-05 |", StringComparison.Ordinal));
        Assert.Contains(ClauseCatalog.Get("RLC-05").Info.Sentence, row);
        Assert.Contains("| concurrent | Concurrent |", row);
        Assert.Contains(
            "(../src/StorageKit.Conformance/Clauses/RateLimit/RLC05_ConcurrentIncrementsTile.cs) | "
            + "[SK2001](rules/SK2001.md) | M-", row);
        Assert.Contains("M-R02 AtomicAddButTotalReadSeparately (19/20) [SK2015](rules/SK2015.md)", row);
        Assert.Contains("\n| memory | 100 | 9 | 0 | 0 | 1.0 s | 2.0 s |\n", page);
    }

    [Fact]
    public void A_mutant_that_a_rule_reports_exists()
    {
        Assert.NotEmpty(PowerTable.StaticKills);
        Assert.Empty(
            PowerTable.StaticKills.Select(kill => kill.Mutant).Except(Mutant.All.Select(mutant => mutant.Info.Id)));
    }

    static string FirstDifference(string stored, string expected)
    {
        var before = stored.Split('\n').ToHashSet();
        return expected.Split('\n').FirstOrDefault(line => !before.Contains(line)) ?? "less than it does";
    }
}
