namespace StorageKit.Conformance.Clauses;

/// <summary>A late deregister of an old registration does not remove the new one.</summary>
/// <remarks>Not written because it cannot be asked: neither the contract nor an ability carries a token that tells one
/// registration of an agent from the next.</remarks>
[Clause(
    "LIF-11", "A late deregister of an old registration does not remove the new one.",
    Contract = typeof(ILifecycleStore), Lane = Lane.Concurrent)]
internal sealed class LIF11_LateDeregisterKeepsTheNewOne : UnwrittenClause;

/// <summary>100,000 agents are no trouble.</summary>
[Clause(
    "LIF-15", "100,000 agents with heartbeats from 8 callers: no error; the latency is reported.",
    Contract = typeof(ILifecycleStore), Lane = Lane.Load)]
internal sealed class LIF15_ManyAgentsAreNoTrouble : UnwrittenClause;
