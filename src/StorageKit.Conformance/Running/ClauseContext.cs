using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance;

/// <summary>Everything a check may use: an opened section of its own, a fresh tenant, more of both, a clock, random
/// numbers. Opening and disposing are for one caller; the stores are for any number.</summary>
public sealed partial class ClauseContext : IAsyncDisposable
{
    readonly List<DriverSection> _instances = [];
    readonly string? _option;

    ClauseContext(
        DriverUnderTest driver, Clause clause, int seed, ReplayString? replay, CancellationToken cancellationToken)
    {
        Driver = driver;
        Tenant = NewTenant();
        _option = clause.Info.Option;
        Seed = seed;
        ReplayedChoices = replay is { Choices.Count: > 0 } ? replay.Choices : null;
        Random = new Random(seed);
        CancellationToken = cancellationToken;
        Clock = clause.Info.Needs.HasFlag(Needs.Clock) ? new ManualClock() : null;
        var time = Clock ?? TimeProvider.System;
        Services = new StorageServices
        {
            TimeProvider = clause.Info.Lane == Lane.Concurrent ? new YieldingClock(seed, time) : time,
            LoggerFactory = driver.LoggerFactory,
        };
    }

    /// <summary>The driver.</summary>
    public DriverUnderTest Driver { get; }

    /// <summary>The clock and loggers that the driver is opened with.</summary>
    public StorageServices Services { get; }

    /// <summary>What the random choices come from.</summary>
    public int Seed { get; }

    /// <summary>The choices of the replay string that is run, if it has any.</summary>
    internal IReadOnlyList<int>? ReplayedChoices { get; }

    /// <summary>Random numbers from the seed. Not thread-safe: one for each caller comes from
    /// <see cref="RandomFor(int)"/>.</summary>
    public Random Random { get; }

    /// <summary>Cancelled when the clause's time is up.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>The fresh tenant of this clause.</summary>
    public TenantId Tenant { get; }

    /// <summary>A fresh tenant; the only one of a driver that serves no other.</summary>
    internal TenantId NewTenant() => OnlyTenant?.Tenant ?? TenantId.New();

    /// <summary>Of a driver that serves a single tenant; null for any other.</summary>
    internal IOneTenant? OnlyTenant => Driver.Harness.Probe<IOneTenant>();

    /// <summary>The section that the clause works on.</summary>
    public DriverSection Section { get; private set; } = null!;

    /// <summary>Its stores, for <see cref="Tenant"/>.</summary>
    public TenantStores Stores { get; private set; } = null!;

    /// <summary>The clock of a clause that needs <see cref="Needs.Clock"/>; null for any other.</summary>
    public ManualClock? Clock { get; }

    internal static async ValueTask<ClauseContext> OpenAsync(
        DriverUnderTest driver, Clause clause, int seed, ReplayString? replay, CancellationToken cancellationToken)
    {
        var context = new ClauseContext(driver, clause, seed, replay, cancellationToken);
        try
        {
            await context.ClearOnlyTenantAsync().ConfigureAwait(false);
            // A backend that is stopped itself is best seen with nothing in between.
            if (clause.Info.Lane == Lane.Network && !clause.Info.Needs.HasFlag(Needs.BackendControl))
                context.StandBetween();
            context.Section = await context.OpenInstanceAsync().ConfigureAwait(false);
            context.Stores = await context.Section.OpenTenantAsync(context.Tenant, cancellationToken)
                .ConfigureAwait(false);
            return context;
        }
        catch
        {
            await context.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Opens the driver once more on the same backend, as a second service would; through the proxy where the
    /// clause has one.</summary>
    public ValueTask<DriverSection> OpenInstanceAsync() => OpenAsync(_proxiedSection ?? Driver.SectionWith(_option));

    /// <summary>Opens the driver from this section, and ends it with the clause.</summary>
    internal async ValueTask<DriverSection> OpenAsync(string section)
    {
        var instance = await Driver.Registry
            .OpenSectionAsync(Driver.Name, section, Services, CancellationToken).ConfigureAwait(false);
        _instances.Add(instance);
        return instance;
    }

    /// <summary>The stores of another fresh tenant, on the same section.</summary>
    public ValueTask<TenantStores> OpenOtherTenantAsync() => Section.OpenTenantAsync(TenantId.New(), CancellationToken);

    /// <summary>Makes the only tenant as fresh as another one would be; does nothing where there are others.</summary>
    internal ValueTask ClearOnlyTenantAsync() => OnlyTenant?.ClearAsync(CancellationToken) ?? default;

    /// <summary>Stores without data, on the same section: of another fresh tenant; or of the only one, whose data is
    /// removed.</summary>
    internal async ValueTask<TenantStores> OpenFreshTenantAsync()
    {
        await ClearOnlyTenantAsync().ConfigureAwait(false);
        return await Section.OpenTenantAsync(NewTenant(), CancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes everything and opens it again, as a restart of the service does.</summary>
    public async ValueTask ReopenAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        Section = await OpenInstanceAsync().ConfigureAwait(false);
        Stores = await Section.OpenTenantAsync(Tenant, CancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lets the driver's time go by, by its clock or by the harness's.</summary>
    public ValueTask AdvanceAsync(TimeSpan by)
    {
        if (Driver.Harness.Probe<IClockControl>() is { } control) return control.AdvanceAsync(by, CancellationToken);
        Clock!.Advance(by);
        return ValueTask.CompletedTask;
    }

    /// <summary>Random numbers for one of several concurrent callers.</summary>
    public Random RandomFor(int caller) => new(unchecked((Seed * 397) ^ caller));

    /// <summary>Records what concurrent callers do, with what is needed to run it again.</summary>
    public HistoryRecorder NewRecorder(Clause clause)
    {
        ArgumentNullException.ThrowIfNull(clause);
        return new(new HistoryHeader(unchecked((ulong)Seed), clause.Id, Driver.Name));
    }

    /// <summary>Runs callers at once, all let off together; returns when all have ended.</summary>
    /// <remarks>Each has a thread of its own. On the pool's few threads, callers whose calls never wait would run one
    /// after the other, and no race would ever be seen. What follows an <c>await</c> that did wait runs on the pool.
    /// </remarks>
    /// <param name="callers">How many; more than cores, so that they overlap.</param>
    /// <param name="body">What one does; numbered from 0.</param>
    public async Task RunCallersAsync(int callers, Func<int, Task> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var missing = callers;
        var tasks = Enumerable.Range(0, callers).Select(caller => Task.Factory.StartNew(
            () =>
            {
                Interlocked.Decrement(ref missing);
                while (Volatile.Read(ref missing) > 0 && !CancellationToken.IsCancellationRequested) Thread.Yield();
                return body(caller);
            },
            CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()).ToArray();
        await Task.WhenAll(tasks).ConfigureAwait(false);
    }

    /// <summary>Every entry of the clause's tenant, oldest first, by the sink's own read-back or the harness's.
    /// </summary>
    public async ValueTask<IReadOnlyList<AuditEntry>> ReadAuditAsync(TenantStores? stores = null)
    {
        stores ??= Stores;
        if (stores.Get<IAuditSink>() is not IAuditLog log)
            return await Driver.Harness.Probe<IAuditProbe>()!
                .ReadAllAsync(stores.Tenant, CancellationToken).ConfigureAwait(false);
        List<AuditEntry> entries = [];
        await foreach (var record in log.ReadAllAsync(cancellationToken: CancellationToken).ConfigureAwait(false))
            entries.Add(record.Entry);
        return entries;
    }

    /// <summary>Stores a policy where the driver reads it, past its cache where that can be done.</summary>
    internal ValueTask PutIntoSourceAsync(AgentId agent, PolicyDocument policy) =>
        Driver.Harness.Probe<IPolicySource>() is { } source
            ? source.PutAsync(Tenant, agent, policy, CancellationToken)
            : PutPolicyAsync(agent, policy);

    /// <summary>Stores a policy, by the store's own writer or the harness's.</summary>
    public ValueTask PutPolicyAsync(AgentId agent, PolicyDocument policy, TenantStores? stores = null)
    {
        stores ??= Stores;
        return stores.Get<IPolicyStore>() is IPolicyWriter writer
            ? writer.PutPolicyAsync(agent, policy, CancellationToken)
            : Driver.Harness.Probe<IPolicySeed>()!.PutAsync(stores.Tenant, agent, policy, CancellationToken);
    }

    /// <summary>When an agent was last heard of, by the store's own monitor or the harness's.</summary>
    public ValueTask<DateTimeOffset?> LastSeenAsync(AgentId agent, TenantStores? stores = null)
    {
        stores ??= Stores;
        return stores.Get<ILifecycleStore>() is ILifecycleMonitor monitor
            ? monitor.LastSeenAsync(agent, CancellationToken)
            : Driver.Harness.Probe<ILifecycleProbe>()!.LastSeenAsync(stores.Tenant, agent, CancellationToken);
    }

    /// <summary>Disposes every section that was opened.</summary>
    public async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        if (_proxy is not null) await _proxy.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Disposes every section that was opened, as the end of a service does; more can be opened.</summary>
    internal async ValueTask CloseAsync()
    {
        _proxy?.Heal(); // A driver may have something to say before it ends.
        foreach (var instance in _instances) await instance.DisposeAsync().ConfigureAwait(false);
        _instances.Clear();
        _direct = null;
    }
}
