using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>All emits of one entry. The entry was stored between the first call and the first return: whichever of them
/// stored it, the others found it there.</summary>
readonly record struct LogEmit(Operation FirstBegun, Operation FirstEnded)
{
    public bool IsAcknowledged => FirstEnded.Return != Operation.Never;

    public LogEmit And(Operation emit) => new(
        emit.Call < FirstBegun.Call ? emit : FirstBegun,
        emit.Return < FirstEnded.Return ? emit : FirstEnded);

    public Placed At(UInt128 position) => new(position, FirstBegun, FirstEnded);
}
