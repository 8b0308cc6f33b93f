using StorageKit.Conformance;

namespace StorageKit.Package.Tests.Consumers;

/// <summary>The same author on xunit 3, and without a suite by hand: the driver needs no backend.</summary>
[Collection(nameof(PackedFeed))]
public sealed class Xunit3ConsumerTests(PackedFeed feed)
{
    [Fact]
    public async Task The_driver_alone_gives_a_green_suite_whose_traits_select_tests()
    {
        var folder = await ConsumerFolder.CreateAsync(feed, "xunit3");
        folder.WriteProject(
            [
                "Microsoft.NET.Test.Sdk", "xunit.v3", "xunit.runner.visualstudio",
                "StorageKit.Conformance.Xunit3", "StorageKit.Memory", "StorageKit.Sqlite",
            ],
            "<PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>");
        folder.CopySources("tests", "StorageKit.Package.Tests", "Consumers", "Good");
        File.Delete(Path.Combine(folder.Path, "AcmeConformance.cs"));

        var all = await TestAsync(folder, "all.trx");
        var some = await TestAsync(
            folder, "some.trx", "--no-build", "--filter", "contract=IRateLimitCounter&lane=time|clause=GEN-01");

        var suite = SuiteResult.Read(all).Where(result => result.Class == "Acme.AcmeConformance").ToList();
        Assert.Equal(ClauseCatalog.All.Count + 1, suite.Count);
        Assert.DoesNotContain(suite, result => result.Outcome == "Failed");
        // The drivers of packages are somebody else's.
        Assert.Single(SuiteResult.Read(all).Except(suite), result => result.Class == "DriversTests");
        SuiteResult.AssertClauses(some, clause => clause.Id == "GEN-01"
            || (clause.Info.Contract == typeof(IRateLimitCounter) && clause.Info.Lane == Lane.Time));
    }

    static async Task<string> TestAsync(ConsumerFolder folder, string trx, params string[] more)
    {
        var tested = await folder.RunAsync(
            ["test", .. more, "--logger", $"trx;LogFileName={trx}", "--results-directory", "results"]);
        tested.AssertSucceeded();
        return Path.Combine(folder.Path, "results", trx);
    }
}
