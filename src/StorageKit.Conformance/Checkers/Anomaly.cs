namespace StorageKit.Conformance.Checkers;

/// <summary>The names of what can be wrong with a history, as failure messages show them.</summary>
public static class Anomaly
{
    /// <summary>Counter: two increments own the same unit.</summary>
    public const string LostUpdate = "LOST UPDATE";

    /// <summary>Counter: units that no caller added.</summary>
    public const string PhantomIncrement = "PHANTOM INCREMENT";

    /// <summary>Counter: an increment was applied more than once.</summary>
    public const string DoubleApplication = "DOUBLE APPLICATION";

    /// <summary>Counter: an increment's total is less than its amount.</summary>
    public const string GarbageTotal = "GARBAGE TOTAL";

    /// <summary>Counter, register: a value that was never there.</summary>
    public const string GarbageRead = "GARBAGE READ";

    /// <summary>A read that misses what was complete, or was seen, before it began.</summary>
    public const string StaleRead = "STALE READ";

    /// <summary>An effect was visible before its cause was called.</summary>
    public const string TimeTravel = "TIME TRAVEL";

    /// <summary>Register: a read ended before the write of its value began.</summary>
    public const string ReadBeforeWrite = "READ BEFORE WRITE";

    /// <summary>Log: an acknowledged entry is not there.</summary>
    public const string LostEntry = "LOST ENTRY";

    /// <summary>Log: an entry is there twice.</summary>
    public const string DuplicatedEntry = "DUPLICATED ENTRY";

    /// <summary>Log: an entry that nobody emitted, or that was refused.</summary>
    public const string UnknownEntry = "UNKNOWN ENTRY";

    /// <summary>Log: an entry stands before one that was acknowledged before it was emitted.</summary>
    public const string Reordered = "REORDERED";

    /// <summary>Log: of two reads neither is the beginning of the other: history was rewritten.</summary>
    public const string NotAPrefix = "NOT A PREFIX";

    /// <summary>Bounded search: every order fails; the search has no better name for it.</summary>
    public const string NotLinearizable = "NOT LINEARIZABLE";
}
