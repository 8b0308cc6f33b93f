namespace StorageKit.Conformance.Clauses;

/// <summary>Puts and gets of a key are linearizable.</summary>
[Clause(
    "CRD-13", "Puts and gets of a key are linearizable.",
    Contract = typeof(ICredentialStore), Lane = Lane.Concurrent, Stochastic = true)]
internal sealed class CRD13_LinearizableRegister : Clause<ICredentialStore>
{
    protected override ValueTask CheckAsync(ICredentialStore store, ClauseContext context) =>
        RegisterRaces.WritesAndReadsAsync(this, context, new SecretRegister(store));
}
