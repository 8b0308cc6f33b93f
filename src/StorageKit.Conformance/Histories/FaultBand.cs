namespace StorageKit.Conformance.Histories;

/// <summary>A time in which something was wrong on purpose: a fault between driver and backend, or a moment at which a
/// clock jumped. Reports draw it behind the operations.</summary>
/// <param name="Name">What was wrong, for example <c>black hole</c> or <c>wall clock +1 h</c>.</param>
/// <param name="Start">Ticks at which it began, of the same clock as <see cref="Operation.Call"/>.</param>
/// <param name="End">Ticks at which it ended; <paramref name="Start"/> for a moment, <see cref="Operation.Never"/> when
/// it lasted to the end of the history.</param>
public sealed record FaultBand(string Name, long Start, long End)
{
    /// <summary>Whether it has no length.</summary>
    public bool IsMoment => Start == End;

    /// <summary>For example <c>black hole [12.004,30.120 ms]</c>.</summary>
    /// <param name="origin">The tick that is shown as 0 ms.</param>
    public string Describe(long origin)
    {
        var start = Operation.Milliseconds(Start - origin);
        if (IsMoment) return $"{Name} [{start} ms]";
        return $"{Name} [{start},{(End == Operation.Never ? "end" : Operation.Milliseconds(End - origin))} ms]";
    }
}
