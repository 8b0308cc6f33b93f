using StorageKit.Conformance;
using StorageKit.Specimens.Tests.Page;
using StorageKit.Specimens.Tests.Running;
using Xunit.Abstractions;

namespace StorageKit.Specimens.Tests;

/// <summary>The faults of the reference's own drivers: would this kit have found them? And the control: what the
/// reference keeps passes, for a specimen is not broken everywhere.</summary>
public abstract class SpecimenTests(SpecimenRuns runs, ITestOutputHelper output) : IClassFixture<SpecimenRuns>
{
    private protected async Task FailsAsync(string name, string clause)
    {
        var specimen = SpecimenCatalog.Get(name);
        var says = specimen.Faults.Single(fault => fault.Clause == clause).Says;

        var result = await RunAsync(specimen, clause);

        Assert.True(
            result.Outcome == ClauseOutcome.Failed, $"{name} survived {clause}: {result.Outcome} {result.Reason}");
        Assert.Contains(says, result.Reason);
    }

    private protected async Task PassesAsync(string name, string clause)
    {
        var result = await RunAsync(SpecimenCatalog.Get(name), clause);

        Assert.True(result.Outcome == ClauseOutcome.Passed, $"{result.Outcome}: {result.Explain()}");
    }

    private protected async Task PageIsCurrentAsync(SpecimenGroup group)
    {
        Dictionary<(string, string), string> printed = [];
        foreach (var specimen in SpecimenCatalog.Of(group))
            foreach (var fault in specimen.Faults)
                printed[(specimen.Name, fault.Clause)] = (await runs.ResultAsync(specimen, fault.Clause)).Reason;

        PageFile.AssertCurrent(GroupPage.File(group), GroupPage.Write(group, printed));
    }

    private protected static TheoryData<string, string> Rows(
        Func<Specimen, IEnumerable<string>> clauses, params Backend[] backends)
    {
        var rows = new TheoryData<string, string>();
        foreach (var specimen in SpecimenCatalog.All.Where(specimen => backends.Contains(specimen.Backend)))
            foreach (var clause in clauses(specimen))
                rows.Add(specimen.Name, clause);
        return rows;
    }

    private protected static IEnumerable<string> Broken(Specimen specimen) =>
        specimen.Faults.Select(fault => fault.Clause);

    private protected static IEnumerable<string> Kept(Specimen specimen) => specimen.Keeps;

    async Task<ClauseResult> RunAsync(Specimen specimen, string clause)
    {
        var result = await runs.ResultAsync(specimen, clause);
        output.WriteLine($"{specimen.Name} {clause} {result.Elapsed.TotalSeconds:0.0} s: {result.Outcome} {result.Reason}");
        return result;
    }
}
