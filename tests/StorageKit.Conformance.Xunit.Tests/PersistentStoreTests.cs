using StorageKit.Conformance.Xunit.Tests.Running;

namespace StorageKit.Conformance.Xunit.Tests;

/// <summary>One store that keeps its data, and several runs on it.</summary>
public sealed class PersistentStoreTests : IDisposable
{
    const string Suite = "SharedFileConformance";
    const string Variable = "STORAGEKIT_TEST_FILE";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("storagekit-persistent-");

    string File => Path.Combine(_folder.FullName, "one.db");

    [Fact]
    public async Task Two_processes_run_the_suite_on_one_file_at_once_and_a_third_after_them()
    {
        var both = await Task.WhenAll(RunAsync(), RunAsync());
        var again = await RunAsync();

        Assert.All([.. both, again], AssertGreen);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    Task<IReadOnlyList<TestOutcome>?> RunAsync() => SuiteProgram.RunAsync(Suite, (Variable, File));

    static void AssertGreen(IReadOnlyList<TestOutcome>? run)
    {
        Assert.NotNull(run);
        Assert.Equal(
            ClauseCatalog.All.Select(clause => clause.Id).Order(StringComparer.Ordinal),
            run.Select(outcome => outcome.Clause).Where(id => id.Length > 0).Order(StringComparer.Ordinal));
        Assert.Empty(run.Where(outcome => outcome.End == TestEnd.Failed)
            .Select(outcome => $"{outcome.Clause}: {outcome.Text}"));
        Assert.InRange(run.Count(outcome => outcome.End == TestEnd.Passed), 100, int.MaxValue);
    }
}
