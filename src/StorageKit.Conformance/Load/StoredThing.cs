namespace StorageKit.Conformance.Load;

/// <summary>One contract's way to store a thing of a number and to find it again.</summary>
/// <param name="Contract">The contract's name.</param>
/// <param name="PutAsync">Stores the thing of this number; storing it again changes nothing that matters.</param>
/// <param name="FindAsync">Whether it is found; it was stored.</param>
internal sealed record StoredThing(
    string Contract, Func<int, CancellationToken, ValueTask> PutAsync,
    Func<int, CancellationToken, ValueTask<bool>> FindAsync);
