using System.Globalization;
using StorageKit.Conformance;
using StorageKit.Specimens.Tests.Running;

namespace StorageKit.Specimens.Tests.Redis;

/// <summary>The reference's redis driver: as it is, and with the read-through that it leaves to its callers.</summary>
internal static class RedisSpecimen
{
    internal static Specimen Alone { get; } = new(
        "redis", Backend.Redis, "The counter, the session store and the policy store of the reference's redis driver.",
        servers => StartAsync(
            servers,
            [
                Contract.Of(Contract.Counter, scope => new RedisCounter(scope.Resource<RedisPort>())),
                Contract.Of(Contract.Sessions, scope => new RedisSessions(scope.Resource<RedisPort>())),
                Contract.Of(Contract.Policies, scope => new RedisPolicies(scope.Resource<RedisPort>())),
            ],
            new PolicySource()))
    {
        Keeps =
        [
            "RLC-01", "RLC-02", "RLC-03", "RLC-04", "RLC-05", "RLC-06", "RLC-07", "RLC-09", "RLC-18", "RLC-19",
            "SES-01", "SES-02", "SES-03", "SES-05", "SES-10",
        ],
        Faults = RedisFaults.Alone,
    };

    internal static Specimen ReadThrough { get; } = new(
        "redis read-through", Backend.Redis,
        "The reference's policy cache, filled after each miss as its documentation tells callers to.",
        servers =>
        {
            var source = new PolicySource();
            return StartAsync(
                servers,
                [
                    Contract.Of(
                        Contract.Policies, scope => new CachedPolicies(new(scope.Resource<RedisPort>()), source)),
                ],
                source);
        })
    {
        Keeps = ["POL-01", "POL-02", "POL-03", "POL-04", "POL-10", "POL-12"],
        Faults = RedisFaults.ReadThrough,
    };

    internal static string SectionAt(BackendAddress at) =>
        string.Create(CultureInfo.InvariantCulture, $"host = '{at.Host}'\nport = {at.Port}");

    static async ValueTask<StartedSpecimen> StartAsync(
        Servers servers, StoreRegistration[] stores, PolicySource source)
    {
        var server = await servers.RedisAsync();
        var registration = new DriverRegistration("redis")
        {
            BindOptions = RedisPortOptions.Bind,
            RequiresSection = true,
            Resources = [new(typeof(RedisPort), (scope, _) => new(new RedisPort(scope.Options<RedisPortOptions>())))],
            Stores = stores,
        };
        var harness = server.Harness(source, new RedisServerClock(server), new SessionDamage(server));
        return new(
            StartedSpecimen.New(registry => registry.Add(registration), "redis", harness),
            async () => await server.AskAsync(["FLUSHALL"]));
    }
}
