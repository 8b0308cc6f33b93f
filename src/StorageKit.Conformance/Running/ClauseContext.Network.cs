using StorageKit.Conformance.Faults;

namespace StorageKit.Conformance;

// What the clauses of the network lane use besides.
public sealed partial class ClauseContext
{
    static readonly TimeSpan s_assumedTimeout = TimeSpan.FromSeconds(30);
    FaultProxy? _proxy;
    string? _proxiedSection;
    DriverSection? _direct;

    /// <summary>What <see cref="Section"/> is opened through, in a clause of the network lane; there is none without an
    /// <see cref="IBackendEndpoint"/>.</summary>
    internal FaultProxy Proxy =>
        _proxy ?? throw new InvalidOperationException($"There is no proxy without {nameof(Needs.Endpoint)}.");

    /// <summary>Whether there is a proxy.</summary>
    internal bool HasProxy => _proxy is not null;

    /// <summary>How long a call may take when its backend says nothing, and whether the harness says so.</summary>
    internal (TimeSpan Limit, bool IsDeclared) OperationTimeout =>
        Driver.Harness.Probe<IOperationTimeout>() is { } declared
            ? (declared.OperationTimeout, true)
            : (s_assumedTimeout, false);

    /// <summary>The ways in which the backend can be taken away and given back: its network, and itself.</summary>
    internal IEnumerable<Outage> Outages
    {
        get
        {
            if (_proxy is { } proxy)
                yield return new("while the backend refuses connections", Done(proxy.Refuse), Done(proxy.Heal));
            if (Driver.Harness.Probe<IBackendControl>() is { } control)
                yield return new(
                    "while the backend is stopped",
                    async () => await control.StopAsync(CancellationToken).ConfigureAwait(false),
                    async () => await control.StartAsync(CancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>The stores of the clause's tenant past the proxy, as another service has them: what is stored, whatever
    /// befalls the clause's own connections. Without a proxy, the clause's own stores.</summary>
    internal async ValueTask<TenantStores> OpenDirectAsync()
    {
        if (!HasProxy) return Stores;
        _direct ??= await OpenAsync(Driver.SectionWith(_option)).ConfigureAwait(false);
        return await _direct.OpenTenantAsync(Tenant, CancellationToken).ConfigureAwait(false);
    }

    /// <summary>The driver does go through the proxy, after its first call.</summary>
    /// <exception cref="InconclusiveException">It does not: what befalls the proxy says nothing.</exception>
    internal void RequireProxied()
    {
        if (_proxy?.Accepted == 0)
            throw new InconclusiveException(
                $"the driver did not connect to the proxy: {nameof(IBackendEndpoint)}."
                + $"{nameof(IBackendEndpoint.SectionAt)} has to lead it to the host and port that it is given");
    }

    void StandBetween()
    {
        if (Driver.Harness.Probe<IBackendEndpoint>() is not { } endpoint) return;
        _proxy = FaultProxy.Start(endpoint.Host, endpoint.Port, Seed);
        var section = endpoint.SectionAt(FaultProxy.Host, _proxy.Port);
        _proxiedSection = _option is null ? section : $"{_option}\n{section}";
    }

    static Func<ValueTask> Done(Action action) => () =>
    {
        action();
        return ValueTask.CompletedTask;
    };
}
