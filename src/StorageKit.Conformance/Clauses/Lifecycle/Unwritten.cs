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
