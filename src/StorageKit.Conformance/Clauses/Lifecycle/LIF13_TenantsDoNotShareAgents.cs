namespace StorageKit.Conformance.Clauses;

/// <summary>Registering an id in one tenant does not take another tenant's agent.</summary>
[Clause(
    "LIF-13", "Registering an id in one tenant does not take another tenant's agent.",
    Contract = typeof(ILifecycleStore))]
internal sealed class LIF13_TenantsDoNotShareAgents : Clause<ILifecycleStore>
{
    protected override async ValueTask CheckAsync(ILifecycleStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var other = (await context.OpenOtherTenantAsync().ConfigureAwait(false)).Get<ILifecycleStore>();
        var agent = AgentId.New();
        await store.RegisterAsync(agent, token).ConfigureAwait(false);
        await ExpectNotFoundAsync(other, agent, "in a tenant where another tenant's agent is not registered", token)
            .ConfigureAwait(false);
        await other.DeregisterAsync(agent, token).ConfigureAwait(false);
        await store.ExpectRegisteredAsync(agent, "after another tenant deregistered the same id", token)
            .ConfigureAwait(false);

        await other.RegisterAsync(agent, token).ConfigureAwait(false);
        await store.ExpectRegisteredAsync(agent, "after another tenant registered the same id", token)
            .ConfigureAwait(false);
        await other.ExpectRegisteredAsync(agent, "of an id that both tenants registered", token).ConfigureAwait(false);
        await store.DeregisterAsync(agent, token).ConfigureAwait(false);
        await ExpectNotFoundAsync(store, agent, "after deregister, while another tenant has the same id", token)
            .ConfigureAwait(false);
        await other.ExpectRegisteredAsync(agent, "after the first tenant deregistered the same id", token)
            .ConfigureAwait(false);
    }

    static ValueTask ExpectNotFoundAsync(ILifecycleStore store, AgentId agent, string when, CancellationToken token) =>
        Expect.ThrowsAsync(StorageErrorKind.NotFound, () => store.HeartbeatAsync(agent, token), $"heartbeat {when}");
}
