using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Checkers;

/// <summary>Units (<paramref name="From"/>, <paramref name="To"/>] that no acknowledged increment owns.</summary>
/// <param name="From">The total below the gap.</param>
/// <param name="To">The total at the end of the gap; greater than <paramref name="From"/>.</param>
/// <param name="Above">The operation that shows that the total went so far.</param>
readonly record struct CounterGap(ulong From, ulong To, Operation Above)
{
    public ulong Length => To - From;
}
