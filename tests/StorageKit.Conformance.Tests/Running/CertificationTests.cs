using StorageKit.Conformance.Tests.Mutants;

namespace StorageKit.Conformance.Tests.Running;

public sealed class CertificationTests
{
    [Fact]
    public async Task Every_clause_has_a_result_and_those_of_other_lanes_are_untested()
    {
        var told = new Told();

        var report = await Certification.RunAsync(
            MutantDriver.Create(typeof(FrozenCounter)), [Lane.Time], seed: 3, told);

        Assert.Equal(("mutant", 3), (report.Driver, report.Seed));
        Assert.Equal(ClauseCatalog.All, report.Results.Select(result => result.Clause));
        Assert.Equal(told.Results, report.Results);
        Assert.All(
            report.Results.Where(
                result => result.Clause.Info.Lane != Lane.Time && result.Outcome != ClauseOutcome.NotApplicable),
            result => Assert.Equal(
                (ClauseOutcome.Untested, false, $"not selected: the {result.Clause.Info.Lane} lane was not chosen"),
                (result.Outcome, result.IsSelected, result.Reason)));
        Assert.Equal(ClauseOutcome.Failed, report.Results.Single(result => result.Clause.Id == "RLC-16").Outcome);
        Assert.Equal(report.Results.Count, Enum.GetValues<ClauseOutcome>().Sum(report.Count));
    }

    [Fact]
    public async Task Cancelling_ends_the_run() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => Certification.RunAsync(
            MutantDriver.Create(typeof(FrozenCounter)), cancellationToken: new CancellationToken(true)));

    sealed class Told : IProgress<ClauseResult>
    {
        internal List<ClauseResult> Results { get; } = [];

        public void Report(ClauseResult value) => Results.Add(value);
    }
}
