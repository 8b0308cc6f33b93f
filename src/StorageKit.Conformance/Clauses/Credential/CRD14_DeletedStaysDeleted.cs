namespace StorageKit.Conformance.Clauses;

/// <summary>After a delete returned, no older put appears again.</summary>
[Clause(
    "CRD-14", "After a delete returned, no older put appears again.",
    Contract = typeof(ICredentialStore), Lane = Lane.Concurrent, Stochastic = true)]
internal sealed class CRD14_DeletedStaysDeleted : Clause<ICredentialStore>
{
    protected override ValueTask CheckAsync(ICredentialStore store, ClauseContext context) =>
        RegisterRaces.WritesAndDeletesAsync(this, context, new SecretRegister(store));
}
