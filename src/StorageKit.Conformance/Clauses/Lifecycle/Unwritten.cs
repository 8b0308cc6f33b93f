namespace StorageKit.Conformance.Clauses;

/// <summary>A late deregister of an old registration does not remove the new one.</summary>
/// <remarks>Not written because it cannot be asked: neither the contract nor an ability carries a token that tells one
/// registration of an agent from the next.</remarks>
[Clause(
    "LIF-11", "A late deregister of an old registration does not remove the new one.",
    Contract = typeof(ILifecycleStore), Lane = Lane.Concurrent)]
internal sealed class LIF11_LateDeregisterKeepsTheNewOne : UnwrittenClause
{
    internal override (ClauseOutcome Outcome, string Reason) Instead => (
        ClauseOutcome.NotApplicable,
        "ILifecycleStore has no fencing token: no call says which registration of an agent it is about");
}

/// <summary>An outage is a transient Backend error, not NotFound.</summary>
[Clause(
    "LIF-12", "An outage is a transient Backend error, not NotFound.",
    Contract = typeof(ILifecycleStore), Lane = Lane.Network, Needs = Needs.BackendControl)]
internal sealed class LIF12_OutageIsNotNotFound : UnwrittenClause;

/// <summary>Registrations survive closing and killing, or end with the section where the driver declares ProcessLocal.
/// </summary>
[Clause(
    "LIF-14", "Registrations survive closing and killing, or end with the section where the driver "
    + "declares ProcessLocal.",
    Contract = typeof(ILifecycleStore), Lane = Lane.Crash)]
internal sealed class LIF14_RegistrationsSurviveAsDeclared : UnwrittenClause;

/// <summary>100,000 agents are no trouble.</summary>
[Clause(
    "LIF-15", "100,000 agents with heartbeats from 8 callers: no error; the latency is reported.",
    Contract = typeof(ILifecycleStore), Lane = Lane.Load)]
internal sealed class LIF15_ManyAgentsAreNoTrouble : UnwrittenClause;
