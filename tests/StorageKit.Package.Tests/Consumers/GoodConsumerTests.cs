using StorageKit.Conformance;

namespace StorageKit.Package.Tests.Consumers;

/// <summary>A driver, a suite of two lines and a catalog in a project outside the repository.</summary>
[Collection(nameof(PackedFeed))]
public sealed class GoodConsumerTests(PackedFeed feed) : IAsyncLifetime
{
    GoodConsumer _consumer = null!;

    public async Task InitializeAsync() => _consumer = await GoodConsumer.CreateAsync(feed);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_packages_alone_give_an_author_a_suite_that_accounts_for_every_clause()
    {
        var tested = await _consumer.Folder.RunAsync("test", "--no-restore", "--logger", "trx;LogFileName=good.trx", "--results-directory", "results");
        tested.AssertSucceeded();

        var results = SuiteResult.Read(Path.Combine(_consumer.Folder.Path, "results", "good.trx"));
        var suite = results.Where(result => result.Class == "AcmeConformance").ToList();
        Assert.Equal(ClauseCatalog.All.Count + 1, suite.Count);
        Assert.Single(results.Except(suite), result => result is { Class: "DriversTests", Outcome: "Passed" });
        Assert.All(suite, result => Assert.Contains(result.Outcome, (string[])["Passed", "NotExecuted"]));
        Assert.All(
            suite.Where(result => result.Outcome == "NotExecuted"),
            result => Assert.Matches("not applicable: .+|untested: .+", result.Message));
        Assert.True(suite.Count(result => result.Outcome == "Passed" && result.Name.StartsWith("RLC-", StringComparison.Ordinal)) >= 10);

        await A_generator_that_is_not_there_or_throws_breaks_the_build();
    }

    /// <summary>In the same folder, after the good build: restoring again would only cost time.</summary>
    async Task A_generator_that_is_not_there_or_throws_breaks_the_build()
    {
        var removed = await _consumer.Folder.RunAsync("build", "--no-restore", "-p:Generators=removed");
        removed.AssertFailedWith("error CS0534");
        Assert.Contains("'AcmeConformance' does not implement inherited abstract member", removed.Output, StringComparison.Ordinal);

        var throwing = await _consumer.Folder.RunAsync("build", "--no-restore", "-p:Generators=throwing");
        throwing.AssertFailedWith("error CS8785");
    }
}
