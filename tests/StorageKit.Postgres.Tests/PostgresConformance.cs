using StorageKit.Conformance;

namespace StorageKit.Postgres.Tests;

[ConformanceSuite("postgres")]
[Deviates(
    "CRD-11",
    "the server keeps a deleted ciphertext in dead rows until VACUUM, and in its write-ahead log until that is "
    + "recycled")]
public sealed partial class PostgresConformance : ConformanceSuite
{
    // Far enough away for a busy disk and a slow network, and no longer: some clauses wait them out.
    const string TimeOuts = "connect_timeout = '2s'\ncommand_timeout = '3s'";

    protected override async ValueTask<DriverHarness> StartAsync(SuiteScope scope)
    {
        var server = await PrivatePostgres.StartAsync(scope, at => Sections.At(at, TimeOuts + KeyRings.OnlyOld));
        await ServerClock.InstallAsync(server);
        return server.Harness(
            new ServerClock(server), new PostgresTamper(server), new PostgresResources(server),
            new OperationTimeout(TimeSpan.FromSeconds(5)),
            new KeyRings.Rotation(Sections.At(server.Address, TimeOuts)));
    }
}
