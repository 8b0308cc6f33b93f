using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.Lifecycle;

[Mutant("M-L55", Kills = "LIF-05", Says = "after one deregister of two registrations")]
internal sealed class RegistrationsAreCounted(ILifecycleStore inner) : LifecycleMutant(inner)
{
    readonly ConcurrentDictionary<AgentId, int> _counts = new();

    public override ValueTask RegisterAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        _counts.AddOrUpdate(agent, 1, static (_, count) => count + 1);
        return Inner.RegisterAsync(agent, cancellationToken);
    }

    public override ValueTask DeregisterAsync(AgentId agent, CancellationToken cancellationToken = default) =>
        _counts.AddOrUpdate(agent, 0, static (_, count) => count - 1) > 0
            ? default
            : Inner.DeregisterAsync(agent, cancellationToken);
}
