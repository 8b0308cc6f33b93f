namespace StorageKit.Conformance.Clauses;

/// <summary>A reader never sees parts of two saves.</summary>
[Clause(
    "SES-08", "A reader never sees parts of two saves.",
    Contract = typeof(ISessionStore), Lane = Lane.Concurrent, Stochastic = true)]
internal sealed class SES08_ReadersSeeWholeRecords : Clause<ISessionStore>
{
    protected override ValueTask CheckAsync(ISessionStore store, ClauseContext context) =>
        RegisterRaces.ReadsAreWholeAsync(this, context, new SessionRegister(store));
}
