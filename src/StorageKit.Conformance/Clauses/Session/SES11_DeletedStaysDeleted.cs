namespace StorageKit.Conformance.Clauses;

/// <summary>After a delete returned, no older save appears again.</summary>
[Clause(
    "SES-11", "After a delete returned, no older save appears again.",
    Contract = typeof(ISessionStore), Lane = Lane.Concurrent, Stochastic = true)]
internal sealed class SES11_DeletedStaysDeleted : Clause<ISessionStore>
{
    protected override ValueTask CheckAsync(ISessionStore store, ClauseContext context) =>
        RegisterRaces.WritesAndDeletesAsync(this, context, new SessionRegister(store));
}
