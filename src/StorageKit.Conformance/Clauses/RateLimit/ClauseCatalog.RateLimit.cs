using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance;

public static partial class ClauseCatalog
{
    static Clause[] RateLimit =>
    [
        new RLC01_FreshKeyReadsZero(),
        new RLC02_IncrementsAccumulate(),
        new RLC03_CurrentChangesNothing(),
        new RLC04_ResetEndsTheWindow(),
        new RLC05_ConcurrentIncrementsTile(),
        new RLC06_LinearizableWithReads(),
        new RLC07_LinearizableWithResets(),
        new RLC08_TotalStaysWithinBounds(),
        new RLC09_AtomicAcrossInstances(),
        new RLC10_LostReplyAppliesAtMostOnce(),
        new RLC11_RefusedCallChangesNothing(),
        new RLC12_NoKeyOutlivesItsWindow(),
        new RLC13_TotalsSaturate(),
        new RLC14_LargeTotalsAreExact(),
        new RLC15_ZeroOpensButMovesNothing(),
        new RLC16_WindowIsFixed(),
        new RLC17_BoundaryIsExact(),
        new RLC18_NextIncrementOpensAnew(),
        new RLC19_OtherLengthIsIgnored(),
        new RLC20_WindowsOfZeroOrLessAreRefused(),
        new RLC21_WallClockStepsFreeAndLockNothing(),
        new RLC22_OneNewWindowAtTheBoundary(),
        new RLC23_KeysDoNotCollide(),
        new RLC24_ExpiredKeysAreReclaimed(),
        new RLC25_ResetLeavesNothing(),
        new RLC26_RestartKeepsWhatWasDeclared(),
    ];
}
