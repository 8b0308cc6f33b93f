using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance;

public static partial class ClauseCatalog
{
    static Clause[] Policy =>
    [
        new POL01_DocumentsRoundTrip(),
        new POL02_MissIsNotAbsence(),
        new POL03_InvalidateTouchesOneAgent(),
        new POL04_InvalidateReloads(),
        new POL05_NoRefillWithTheOldVersion(),
        new POL06_InvalidateReachesOtherInstances(),
        new POL07_CachedPolicyExpires(),
        new POL08_HighestVersionWins(),
        new POL09_VersionsNeverGoBack(),
        new POL10_NoMixOfVersions(),
        new POL11_OutageIsNoPermission(),
        new POL12_AbsenceIsNotCached(),
        new POL13_ConcurrentMissesReadOnce(),
        new POL14_UnreadableFailsClosed(),
    ];
}
