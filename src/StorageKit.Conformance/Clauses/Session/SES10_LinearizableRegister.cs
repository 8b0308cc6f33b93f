namespace StorageKit.Conformance.Clauses;

/// <summary>Saves and loads of a session are linearizable.</summary>
[Clause(
    "SES-10", "Saves and loads of a session are linearizable.",
    Contract = typeof(ISessionStore), Lane = Lane.Concurrent, Stochastic = true)]
internal sealed class SES10_LinearizableRegister : Clause<ISessionStore>
{
    protected override ValueTask CheckAsync(ISessionStore store, ClauseContext context) =>
        RegisterRaces.WritesAndReadsAsync(this, context, new SessionRegister(store));
}
