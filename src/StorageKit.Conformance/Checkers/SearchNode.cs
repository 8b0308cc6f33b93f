using System.Numerics;

namespace StorageKit.Conformance.Checkers;

/// <summary>
/// A step of the search: which operations have been put in order, and the state after them. Everything before the first
/// acknowledged operation that is missing has been, so its index and 64 bits behind it say as much as a bit for each
/// operation, at a fixed size.
/// </summary>
/// <param name="First">The first acknowledged operation that is missing.</param>
/// <param name="Window">Bit i: the acknowledged operation First + i is in order. Bit 0 is never set.</param>
/// <param name="Unknown">Bit i: the unknown operation i is in order.</param>
/// <param name="State">The model's state.</param>
readonly record struct SearchNode<TState>(int First, ulong Window, ulong Unknown, TState State)
    where TState : struct, IEquatable<TState>
{
    public const int WindowSize = 64;

    /// <summary>How many acknowledged operations are in order.</summary>
    public int Count => First + BitOperations.PopCount(Window);

    public bool Has(int index) => (Window >> (index - First) & 1) != 0;

    public bool HasUnknown(int index) => (Unknown >> index & 1) != 0;

    public SearchNode<TState> With(int index, TState state)
    {
        var window = Window | (1UL << (index - First));
        var done = BitOperations.TrailingZeroCount(~window);
        return new(First + done, done == WindowSize ? 0 : window >> done, Unknown, state);
    }

    public SearchNode<TState> WithUnknown(int index, TState state) =>
        this with { Unknown = Unknown | (1UL << index), State = state };
}
