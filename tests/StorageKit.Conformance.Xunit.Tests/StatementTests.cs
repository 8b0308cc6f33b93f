using System.Text.Json;
using StorageKit.Conformance.Xunit.Suites;
using StorageKit.Conformance.Xunit.Tests.Running;
using StorageKit.Testing;

namespace StorageKit.Conformance.Xunit.Tests;

/// <summary>What a suite leaves behind for whoever asks how good the driver is.</summary>
public sealed class StatementTests
{
    static readonly StatementFiles s_files = new("frozen", typeof(StatedConformance).FullName!);

    [Fact]
    public async Task A_suite_states_what_ran_and_nothing_more()
    {
        s_files.Remove();

        await XunitRun.RunClausesAsync(typeof(StatedConformance), "RLC-01", "RLC-02", "RLC-05", "AUD-01");

        var statement = Read();
        Assert.Empty(JsonSchema.Problems(statement));
        Assert.Equal("frozen", statement.GetProperty("driver").GetString());
        Assert.Equal(typeof(StatedConformance).FullName, statement.GetProperty("suite").GetString());
        Assert.Equal("Ice 0.0", statement.GetProperty("servers")[0].GetString());
        Assert.Equal(("passed", true, null), Clause(statement, "RLC-01"));
        Assert.Equal(("deviating", true, "It never counts."), Clause(statement, "RLC-02"));
        Assert.Equal(("failed", true, null), Clause(statement, "RLC-05"));
        Assert.Equal(("not_applicable", true, null), Clause(statement, "AUD-01"));
        Assert.Equal(("untested", false, null), Clause(statement, "RLC-03"));
        var counts = statement.GetProperty("counts");
        Assert.Equal(
            (1, 1, 1),
            (Count(counts, "passed"), Count(counts, "failed"), Count(counts, "deviating")));
        Assert.Equal(ClauseCatalog.All.Count, counts.EnumerateObject().Sum(count => count.Value.GetInt32()));
        Assert.All(
            statement.GetProperty("levels").EnumerateArray(),
            level => Assert.False(level.GetProperty("reached").GetBoolean()));
        Assert.Contains("id=\"RLC-05\"", File.ReadAllText(s_files.Page));
    }

    [Fact]
    public async Task A_session_of_another_suite_of_the_driver_leaves_the_statement_alone()
    {
        await XunitRun.RunClausesAsync(typeof(StatedConformance), "RLC-01");
        var before = File.ReadAllBytes(s_files.Document);

        await XunitRun.RunClausesAsync(typeof(FrozenConformance), "RLC-03");

        Assert.Equal(before, File.ReadAllBytes(s_files.Document));
        Assert.Equal(["html", "json"], Directory.EnumerateFiles(Path.GetDirectoryName(s_files.Page)!, "*StatedConformance*")
            .Select(file => Path.GetExtension(file)[1..]).Order());
    }

    [Fact]
    public async Task A_start_that_fails_leaves_no_older_statement_in_its_place()
    {
        var files = new StatementFiles("frozen", typeof(ThrowingConformance).FullName!);
        Directory.CreateDirectory(Path.GetDirectoryName(files.Page)!);
        File.WriteAllText(files.Document, "old");

        await XunitRun.RunClausesAsync(typeof(ThrowingConformance), "RLC-01");

        Assert.False(File.Exists(files.Document));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_named_with_the_way_out()
    {
        var file = Path.GetTempFileName();
        try
        {
            var files = new StatementFiles("frozen", "Suite", folder: file);

            var thrown = Assert.Throws<IOException>(
                () => files.Write(new("frozen", 1, DateTimeOffset.UnixEpoch, TimeSpan.Zero, [])));

            Assert.Contains(file, thrown.Message);
            Assert.Contains("Set STORAGEKIT_REPORTS to a folder that can be written.", thrown.Message);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_name_that_is_no_identifier_stays_in_the_folder() =>
        Assert.Equal(
            Path.Combine(Path.GetTempPath(), "_acme", "a_b.html"),
            new StatementFiles("../acme", "a/b", Path.GetTempPath()).Page);

    static (string? Outcome, bool IsSelected, string? Deviation) Clause(JsonElement statement, string id)
    {
        var clause = statement.GetProperty("clauses").EnumerateArray().Single(c => c.GetProperty("id").GetString() == id);
        return (
            clause.GetProperty("outcome").GetString(), clause.GetProperty("selected").GetBoolean(),
            clause.TryGetProperty("deviation", out var because) ? because.GetString() : null);
    }

    static int Count(JsonElement counts, string outcome) => counts.GetProperty(outcome).GetInt32();

    static JsonElement Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(s_files.Document));
        return document.RootElement.Clone();
    }
}
