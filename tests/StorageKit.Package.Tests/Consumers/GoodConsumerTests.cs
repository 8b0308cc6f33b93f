using StorageKit.Conformance;

namespace StorageKit.Package.Tests.Consumers;

/// <summary>A driver, a suite of two lines and a catalog in a project outside the repository.</summary>
[Collection(nameof(PackedFeed))]
public sealed class GoodConsumerTests(GoodConsumer consumer) : IClassFixture<GoodConsumer>
{
    [Fact]
    public async Task The_packages_alone_give_an_author_a_green_suite_that_accounts_for_every_clause()
    {
        var tested = await consumer.Folder.RunAsync(
            "test", "--no-restore", "--logger", "trx;LogFileName=good.trx", "--results-directory", "results");
        var trx = Path.Combine(consumer.Folder.Path, "results", "good.trx");
        if (!File.Exists(trx)) tested.AssertSucceeded();

        var results = SuiteResult.Read(trx);
        var suite = results.Where(result => result.Class == "AcmeConformance").ToList();
        var skipped = suite.Where(result => result.Outcome == "NotExecuted").ToList();
        Assert.Equal(ClauseCatalog.All.Count + 1, suite.Count);
        Assert.All(
            suite.Except(skipped), result => Assert.True(
                result.Outcome == "Passed", $"{result.Name}\n{result.Message}"));
        Assert.All(skipped, result => Assert.Matches("not applicable: .+|untested: .+", result.Message));
        // Whatever else the kit learns to leave out: a counter is counted with.
        var ran = suite.Except(skipped).Where(result => result.Name.StartsWith("RLC-", StringComparison.Ordinal));
        Assert.InRange(ran.Count(), 10, int.MaxValue);
        Assert.Single(results.Except(suite), result => result is { Class: "DriversTests", Outcome: "Passed" });
        tested.AssertSucceeded();
    }

    [Fact]
    public async Task Traits_select_tests_at_the_prompt()
    {
        const string filter = "contract=IRateLimitCounter&lane=concurrent|clause=GEN-01";
        var tested = await consumer.Folder.RunAsync(
            "test", "--no-restore", "--filter", filter, "--logger", "trx;LogFileName=some.trx",
            "--results-directory", "results");

        tested.AssertSucceeded();
        SuiteResult.AssertClauses(
            Path.Combine(consumer.Folder.Path, "results", "some.trx"),
            clause => clause.Id == "GEN-01"
                || (clause.Info.Contract == typeof(IRateLimitCounter) && clause.Info.Lane == Lane.Concurrent));
    }

    [Fact]
    public async Task Without_the_generators_a_suite_does_not_compile()
    {
        var built = await consumer.Folder.RunAsync("build", "--no-restore", "-p:Generators=removed");

        built.AssertFailedWith("error CS0534");
        built.AssertFailedWith("'AcmeConformance' does not implement inherited abstract member");
    }

    [Fact]
    public async Task A_generator_that_throws_is_an_error_not_a_warning()
    {
        var built = await consumer.Folder.RunAsync("build", "--no-restore", "-p:Generators=throwing");

        built.AssertFailedWith("error CS8785");
    }
}
