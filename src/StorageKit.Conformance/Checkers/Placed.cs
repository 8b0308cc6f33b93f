using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>An operation whose place in every legal order is known from its answer.</summary>
/// <param name="Position">Smaller comes first; operations at one position may come in any order.</param>
/// <param name="Begun">The operation whose call counts.</param>
/// <param name="Ended">The operation whose return counts; the same, but for an entry that was emitted several
/// times.</param>
readonly record struct Placed(UInt128 Position, Operation Begun, Operation Ended)
{
    public Placed(UInt128 position, Operation operation)
        : this(position, operation, operation)
    {
    }
}
