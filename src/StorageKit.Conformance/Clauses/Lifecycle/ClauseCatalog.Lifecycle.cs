using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance;

public static partial class ClauseCatalog
{
    static Clause[] Lifecycle =>
    [
        new LIF01_RegisteredAgentHeartbeats(),
        new LIF02_UnknownAgentIsNotFound(),
        new LIF03_DeregisteredAgentIsNotFound(),
        new LIF04_DeregisterIsIdempotent(),
        new LIF05_RegisterReplacesTheStaleOne(),
        new LIF06_HeartbeatSetsLastSeen(),
        new LIF07_LastSeenNeverGoesBack(),
        new LIF08_NoResurrection(),
        new LIF09_LinearizablePerAgent(),
        new LIF10_SilentAgentExpires(),
        new LIF11_LateDeregisterKeepsTheNewOne(),
        new LIF12_OutageIsNotNotFound(),
        new LIF13_TenantsDoNotShareAgents(),
        new LIF14_RegistrationsSurviveAsDeclared(),
        new LIF15_ManyAgentsAreNoTrouble(),
    ];
}
