namespace StorageKit.Conformance.Clauses;

/// <summary>A reader never sees parts of two writes, or a part of one.</summary>
[Clause(
    "OBJ-21", "A reader never sees parts of two writes, or a part of one.",
    Contract = typeof(IObjectStore), Lane = Lane.Concurrent, Stochastic = true)]
internal sealed class OBJ21_ReadersSeeWholeObjects : Clause<IObjectStore>
{
    const int ObjectLength = 32 * 1024;

    protected override ValueTask CheckAsync(IObjectStore store, ClauseContext context) =>
        RegisterRaces.ReadsAreWholeAsync(this, context, new ObjectRegister(store, ObjectLength));
}
