using StorageKit.Conformance.Children;
using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance;

/// <summary>Decides, before a clause is run, whether it can be.</summary>
internal static class Applicability
{
    /// <summary>Null when the clause can be run, else the outcome and the reason.</summary>
    internal static (ClauseOutcome Outcome, string Reason)? Of(Clause clause, DriverUnderTest driver)
    {
        if (clause.Info.Contract is { } contract && !driver.Serves(contract))
            return (
                ClauseOutcome.NotApplicable, driver.WhyNotServed(contract) ?? $"the driver has no {contract.Name}");
        if (clause is UnwrittenClause unwritten) return unwritten.Instead;
        foreach (var need in Enum.GetValues<Needs>())
            if (need != Needs.None && clause.Info.Needs.HasFlag(need) && Missing(need, clause, driver) is { } missing)
                return missing;
        return clause.Info.Option is { } option ? WithoutOption(option, driver) : null;
    }

    static (ClauseOutcome, string)? WithoutOption(string option, DriverUnderTest driver)
    {
        if (driver.Registry.ValidateSection(driver.Name, driver.SectionWith(option)) is not [var error, ..])
            return null;
        return error.Kind == ConfigErrorKind.ParseError
            ? Untested($"the harness's section cannot be opened with {option} added: {error.Message}")
            : (ClauseOutcome.NotApplicable, $"the driver's section does not take {option}");
    }

    static (ClauseOutcome, string)? Missing(Needs need, Clause clause, DriverUnderTest driver)
    {
        var harness = driver.Harness;
        return need switch
        {
            Needs.AuditReadBack => Ability<IAuditSink, IAuditLog>(driver) || harness.Probe<IAuditProbe>() is not null
                ? null
                : Untested("the sink is no IAuditLog and the harness no IAuditProbe"),
            Needs.PolicySeed => Ability<IPolicyStore, IPolicyWriter>(driver) || harness.Probe<IPolicySeed>() is not null
                ? null
                : Untested("the store is no IPolicyWriter and the harness no IPolicySeed"),
            Needs.LifecycleRead =>
                Ability<ILifecycleStore, ILifecycleMonitor>(driver) || harness.Probe<ILifecycleProbe>() is not null
                ? null
                : Untested("the store is no ILifecycleMonitor and the harness no ILifecycleProbe"),
            Needs.Clock => driver.Registration.UsesTimeProvider || harness.Probe<IClockControl>() is not null
                ? null
                : Untested("the driver takes no TimeProvider and the harness is no IClockControl"),
            Needs.Shared => IsProcessLocal(clause, driver)
                ? (ClauseOutcome.NotApplicable,
                    "the driver declares ProcessLocal: what it keeps ends with the opened section")
                : null,
            Needs.RawScan => Probe<IRawScan>(harness),
            Needs.Tamper => Probe<ITamper>(harness),
            Needs.BackendControl => harness.Probe<IBackendControl>() is null ? WithoutBackend(driver) : null,
            Needs.Endpoint => harness.Probe<IBackendEndpoint>() is null ? WithoutBackend(driver) : null,
            Needs.Outage => harness.Probe<IBackendControl>() is null && harness.Probe<IBackendEndpoint>() is null
                ? WithoutBackend(driver)
                : null,
            Needs.ResourceCount => Probe<IResourceProbe>(harness),
            Needs.WallClock => driver.Registration.UsesTimeProvider
                ? null
                : Untested("the driver takes no TimeProvider, so its wall clock cannot be set"),
            Needs.AuditLog => Ability<IAuditSink, IAuditLog>(driver)
                ? null
                : (ClauseOutcome.NotApplicable,
                    "the sink is no IAuditLog: it numbers nothing that could be read by number"),
            Needs.FileModes => OperatingSystem.IsWindows()
                ? (ClauseOutcome.NotApplicable, "files have no modes on this system")
                : Probe<IDataFolder>(harness),
            Needs.KeyCount => IsProcessLocal(clause, driver) ? null : Probe<IResourceProbe>(harness),
            Needs.KeyRotation => Probe<IKeyRotation>(harness),
            Needs.NoSessionTtl => harness.Section.Contains("session_ttl", StringComparison.Ordinal)
                ? (ClauseOutcome.NotApplicable, "the section says session_ttl, so sessions do expire")
                : null,
            Needs.ChildProcess => DriverLocation.ProblemOf(driver) is { } problem ? Untested(problem) : null,
            Needs.PolicySource => harness.Probe<IPolicySource>() is null
                ? Untested("the harness has no IPolicySource; a store that caches nothing needs none")
                : null,
            Needs.EarlierRelease => Probe<IEarlierRelease>(harness),
            Needs.OwnFiles => OwnFiles.Problem(harness) is { } problem ? Untested(problem) : null,
            _ => throw new ArgumentOutOfRangeException(nameof(need), need, "Not a single need."),
        };
    }

    // Whether there is a backend to reach is known in two cases only; in all others it was not tried, no more.
    static (ClauseOutcome, string) WithoutBackend(DriverUnderTest driver)
    {
        if (driver.Registration.Stores.All(store => store.ProcessLocal))
            return (ClauseOutcome.NotApplicable, "the driver has no network backend: all its stores are ProcessLocal");
        var (control, endpoint) =
            (driver.Harness.Probe<IBackendControl>() is null, driver.Harness.Probe<IBackendEndpoint>() is null);
        if (control && endpoint && driver.Harness.Probe<IDataFolder>() is not null)
            return (ClauseOutcome.NotApplicable, "the driver has no network backend: it keeps files in a folder");
        return Untested("the harness has no " + (control, endpoint) switch
        {
            (true, true) => $"{nameof(IBackendEndpoint)} and no {nameof(IBackendControl)}",
            (true, false) => nameof(IBackendControl),
            _ => nameof(IBackendEndpoint),
        });
    }

    static bool Ability<TContract, TAbility>(DriverUnderTest driver) =>
        driver.StoreOf(typeof(TContract)) is { } store && store.StoreType.IsAssignableTo(typeof(TAbility));

    static bool IsProcessLocal(Clause clause, DriverUnderTest driver) => clause.Info.Contract is { } contract
        ? driver.StoreOf(contract)!.ProcessLocal
        : driver.Registration.Stores.All(store => store.ProcessLocal);

    static (ClauseOutcome, string)? Probe<T>(DriverHarness harness) where T : class =>
        harness.Probe<T>() is null ? Untested($"the harness has no {typeof(T).Name}") : null;

    static (ClauseOutcome, string) Untested(string reason) => (ClauseOutcome.Untested, reason);
}
