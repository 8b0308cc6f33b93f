using StorageKit.Conformance;

namespace StorageKit.Postgres.Tests;

public sealed class PgBouncerClauseTests : IDisposable
{
    readonly SuiteScope _scope = new();

    public void Dispose() => _scope.Dispose();

    [PgBouncerFact]
    public async Task Every_concurrent_clause_holds_behind_a_pooler_in_transaction_mode()
    {
        await using var server = await PrivatePostgres.StartAsync(_scope);
        using var bouncer = await PgBouncer.StartAsync(server, _scope.Folder);
        await using var harness = new DriverHarness(
            Sections.At(
                server.Address with { Port = bouncer.Port },
                // A thousand calls at once wait for two connections.
                "ssl_mode = 'disable'\nconnect_timeout = '60s'" + KeyRings.OnlyOld),
            new PostgresTamper(server));
        var driver = new DriverUnderTest(new Registry().AddPostgres(), PostgresDriver.Name, harness);
        List<ClauseResult> passed = [];
        foreach (var clause in ClauseCatalog.All.Where(clause => clause.Info.Lane == Lane.Concurrent))
        {
            var result = await ClauseRunner.RunAsync(clause, driver);
            Assert.True(
                result.Outcome is ClauseOutcome.Passed or ClauseOutcome.NotApplicable or ClauseOutcome.Untested,
                result.Explain());
            if (result.Outcome == ClauseOutcome.Passed) passed.Add(result);
        }
        Assert.True(passed.Count >= 25, $"{passed.Count} clauses were run");
    }
}
