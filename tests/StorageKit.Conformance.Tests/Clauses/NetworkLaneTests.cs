using StorageKit.Conformance.Tests.Drivers;
using Xunit.Abstractions;

namespace StorageKit.Conformance.Tests.Clauses;

/// <summary>Faults must not make a correct driver look broken.</summary>
public sealed class NetworkLaneTests(ITestOutputHelper output)
{
    const int Seeds = 3;

    static readonly string[] s_tried =
    [
        .. ClauseCatalog.All.Where(clause => clause.HasCheck && clause.Info.Lane == Lane.Network)
        .Select(clause => clause.Id),
    ];

    public static TheoryData<string> Clauses => [.. s_tried];

    [Theory, MemberData(nameof(Clauses))]
    public async Task A_correct_driver_with_a_server_keeps_every_clause_of_the_network_lane(string id)
    {
        await using var backend = new WireBackend();
        for (var seed = 1; seed <= SeedCount; seed++)
        {
            var result = await ClauseRunner.RunAsync(ClauseCatalog.Get(id), backend.Driver, seed);
            output.WriteLine($"{id} seed {seed}: {result.Outcome} {result.Elapsed.TotalMilliseconds:0} ms");
            Assert.True(result.Outcome == ClauseOutcome.Passed, result.Explain());
        }
    }

    // More for a longer run: STORAGEKIT_SEEDS=20.
    static int SeedCount => int.TryParse(Environment.GetEnvironmentVariable("STORAGEKIT_SEEDS"), out var seeds)
        ? seeds
        : Seeds;
}
