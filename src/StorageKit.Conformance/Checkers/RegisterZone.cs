using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>
/// The time between the earliest return and the latest call among a value's write and reads. Forward, when the return
/// comes first: the value was certainly there all that time. Backward, when the call does: all operations overlap, and
/// one moment between the two is enough.
/// </summary>
/// <param name="value">The value.</param>
/// <param name="write">Its write; null for the value before the first operation.</param>
sealed class RegisterZone(OperationValue value, Operation? write)
{
    public OperationValue Value { get; } = value;

    public Operation? Write { get; } = write;

    /// <summary>The operation that ended first; null for the start.</summary>
    public Operation? FirstEnded { get; private set; } = write;

    /// <summary>The operation that was called last; null for the start when nobody read it.</summary>
    public Operation? LastBegun { get; private set; } = write;

    public bool IsForward => EarliestReturn < LatestCall;

    /// <summary>False for a write with an unknown outcome that nobody read: it need not have happened.</summary>
    public bool IsSeen => EarliestReturn != Operation.Never;

    public long Start => Math.Min(EarliestReturn, LatestCall);

    public long End => Math.Max(EarliestReturn, LatestCall);

    long EarliestReturn => FirstEnded?.Return ?? long.MinValue;

    long LatestCall => LastBegun?.Call ?? long.MinValue;

    public void AddRead(Operation read)
    {
        if (read.Return < EarliestReturn) FirstEnded = read;
        if (read.Call > LatestCall) LastBegun = read;
    }
}
