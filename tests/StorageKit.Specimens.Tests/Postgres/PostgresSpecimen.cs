using Npgsql;
using StorageKit.Conformance;
using StorageKit.Specimens.Tests.Running;

namespace StorageKit.Specimens.Tests.Postgres;

/// <summary>The reference's postgres driver, seen in three ways.</summary>
internal static class PostgresSpecimen
{
    const string Is = "The audit sink, the credential store and the lifecycle store of the reference's postgres driver";

    /// <summary>As it is meant to be run; the log is what its rows hold.</summary>
    internal static Specimen Alone { get; } = new(
        "postgres", Backend.Postgres, $"{Is}, logged in as a role that row-level security binds.",
        servers => StartAsync(servers, asSuperuser: false, eased: false))
    {
        Keeps =
        [
            "CRD-01", "CRD-02", "CRD-03", "CRD-13", "CRD-20", "LIF-01", "LIF-02", "GEN-18",
        ],
        Faults = PostgresFaults.Alone,
    };

    /// <summary>What its worst faults hide, seen without them.</summary>
    internal static Specimen Eased { get; } = new(
        "postgres eased", Backend.Postgres,
        "The same driver with two faults less, which would hide others: the whole entries are kept beside the table, "
        + "so that its order and its key can be judged, and U+0000 in the name of a secret is written otherwise.",
        servers => StartAsync(servers, asSuperuser: false, eased: true))
    {
        Keeps = ["AUD-01", "AUD-04", "AUD-08", "CRD-04", "GEN-05"],
        Faults = PostgresFaults.Eased,
    };

    /// <summary>As it is often run.</summary>
    internal static Specimen Superuser { get; } = new(
        "postgres superuser", Backend.Postgres,
        "The same driver, logged in as a superuser or with BYPASSRLS, whom row-level security does not bind.",
        servers => StartAsync(servers, asSuperuser: true, eased: false))
    {
        Keeps = ["CRD-01", "CRD-02", "CRD-03", "LIF-01", "LIF-02"],
        Faults = PostgresFaults.Superuser,
    };

    static async ValueTask<StartedSpecimen> StartAsync(Servers servers, bool asSuperuser, bool eased)
    {
        var server = await servers.PostgresAsync();
        var at = server.Address;
        var login = new NpgsqlConnectionStringBuilder
        {
            Host = at.Host,
            Port = at.Port,
            Database = at.Database,
            Username = asSuperuser ? at.User : PostgresSchema.Role,
            Password = asSuperuser ? at.Password : PostgresSchema.RolePassword,
            MaxPoolSize = 10,
        };
        var emitted = new EmittedEntries();
        var registration = new DriverRegistration("postgres")
        {
            Resources =
            [
                new(typeof(PostgresPort), (_, _) => new(new PostgresPort(login.ConnectionString))),
            ],
            Stores =
            [
                Store(Contract.Audit, (port, tenant) => new PostgresAudit(port, tenant, emitted)),
                Store(Contract.Credentials, (port, tenant) => new PostgresCredentials(port, tenant, eased)),
                Store(Contract.Lifecycle, (port, tenant) => new PostgresLifecycle(port, tenant)),
            ],
        };
        var rows = new AuditRows(server, eased ? emitted : null);
        return new(
            StartedSpecimen.New(registry => registry.Add(registration), "postgres", new DriverHarness("", rows, server)),
            async () => await server.QueryAsync(PostgresSchema.Empty));
    }

    static StoreRegistration Store<TStore>(ContractRegistration contract, Func<PostgresPort, TenantId, TStore> open)
        where TStore : class =>
        new(typeof(TStore), [contract], async (scope, cancellationToken) =>
        {
            var port = scope.Resource<PostgresPort>();
            await port.AddTenantAsync(scope.Tenant, cancellationToken);
            return open(port, scope.Tenant);
        });
}
