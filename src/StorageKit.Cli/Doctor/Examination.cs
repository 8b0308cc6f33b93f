using System.Globalization;
using StorageKit.Diagnostics;

namespace StorageKit.Cli.Doctor;

/// <summary>Opens the drivers of a configuration one by one, so that one that is away hides none of the others.
/// </summary>
internal sealed class Examination(Registry registry, StorageConfig config, TimeProvider clock)
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <exception cref="StorageConfigException">The configuration is wrong.</exception>
    internal async Task<IReadOnlyList<DriverExamination>> RunAsync(CancellationToken cancellationToken)
    {
        var errors = registry.Validate(config);
        if (errors.Count > 0) throw new StorageConfigException(errors);
        List<DriverExamination> all = [];
        foreach (var driver in Kinds().GroupBy(kind => kind.Driver, kind => kind.Contract))
            all.Add(new(
                driver.Key, [.. driver.Select(contract => contract.Kind)],
                await FindingsAsync([.. driver], cancellationToken)));
        return all;
    }

    IEnumerable<(string Driver, ContractRegistration Contract)> Kinds() => registry.Drivers
        .SelectMany(driver => driver.Stores.SelectMany(store => store.Contracts)
            .Where(contract => config.TryGetDriver(contract.Kind, out var name) && name == driver.Name)
            .Select(contract => (driver.Name, contract)));

    async Task<IReadOnlyList<BackendFinding>> FindingsAsync(
        IReadOnlyList<ContractRegistration> contracts, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        List<BackendFinding> findings = [];
        var isDiagnosed = false;
        try
        {
            await using var storage = await registry.OpenAsync(
                config, kind => contracts.Any(contract => contract.Kind == kind),
                new StorageServices { TimeProvider = clock }, patience.Token);
            foreach (var contract in contracts)
            {
                var store = Store(storage, contract.Contract);
                findings.Add(await HealthAsync(contract.Kind, store, patience.Token));
                if (store is IAuditSink and not IAuditLog)
                    findings.Add(new(
                        BackendFindingLevel.Notice, contract.Kind,
                        "the log cannot be read back, so nobody can verify it",
                        "select a driver whose sink is an IAuditLog"));
                if (isDiagnosed || store is not IDiagnosable diagnosable) continue;
                // One backend serves them all.
                isDiagnosed = true;
                findings.AddRange(await diagnosable.DiagnoseAsync(clock, patience.Token));
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            findings.Add(Bad("no answer within 30 s", "look at whether the backend is reached"));
        }
        catch (StorageConfigException e)
        {
            findings.AddRange(e.Errors.Select(error => Bad(error.ToString(), error.Hint)));
        }
        catch (StorageException e)
        {
            findings.Add(Bad(e.Message, null));
        }
        return findings;
    }

    static BackendFinding Bad(string fact, string? remedy) => new(BackendFindingLevel.Bad, "open", fact, remedy);

    static object Store(Storage storage, Type contract) => contract switch
    {
        _ when contract == typeof(IPolicyStore) => storage.Policies,
        _ when contract == typeof(IAuditSink) => storage.Audit,
        _ when contract == typeof(ISessionStore) => storage.Sessions,
        _ when contract == typeof(ICredentialStore) => storage.Credentials,
        _ when contract == typeof(IRateLimitCounter) => storage.RateLimits,
        _ when contract == typeof(ILifecycleStore) => storage.Lifecycle,
        _ => storage.Objects,
    };

    static async Task<BackendFinding> HealthAsync(string kind, object store, CancellationToken cancellationToken)
    {
        var health = await HealthCheck.RunAsync(store, cancellationToken);
        return health.IsHealthy
            ? new(BackendFindingLevel.Good, kind, string.Create(
                CultureInfo.InvariantCulture, $"answered in {health.Latency.TotalMilliseconds:0.0} ms"))
            : new(BackendFindingLevel.Bad, kind, health.Description);
    }
}
