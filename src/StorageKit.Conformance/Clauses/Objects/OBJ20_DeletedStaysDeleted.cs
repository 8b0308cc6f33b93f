namespace StorageKit.Conformance.Clauses;

/// <summary>After a delete returned, no older write appears again.</summary>
[Clause(
    "OBJ-20", "After a delete returned, no older write appears again.",
    Contract = typeof(IObjectStore), Lane = Lane.Concurrent, Stochastic = true)]
internal sealed class OBJ20_DeletedStaysDeleted : Clause<IObjectStore>
{
    protected override ValueTask CheckAsync(IObjectStore store, ClauseContext context) =>
        RegisterRaces.WritesAndDeletesAsync(this, context, new ObjectRegister(store));
}
