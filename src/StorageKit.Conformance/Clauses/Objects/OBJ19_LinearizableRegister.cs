namespace StorageKit.Conformance.Clauses;

/// <summary>Writes and reads of a key are linearizable.</summary>
[Clause(
    "OBJ-19", "Writes and reads of a key are linearizable.",
    Contract = typeof(IObjectStore), Lane = Lane.Concurrent, Stochastic = true)]
internal sealed class OBJ19_LinearizableRegister : Clause<IObjectStore>
{
    protected override ValueTask CheckAsync(IObjectStore store, ClauseContext context) =>
        RegisterRaces.WritesAndReadsAsync(this, context, new ObjectRegister(store));
}
