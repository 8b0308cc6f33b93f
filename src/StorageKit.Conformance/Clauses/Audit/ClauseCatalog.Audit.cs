using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance;

public static partial class ClauseCatalog
{
    static Clause[] Audit =>
    [
        new AUD01_AcknowledgedEntryIsVisible(),
        new AUD02_EveryFieldRoundTrips(),
        new AUD03_ReadsOnlyGrow(),
        new AUD04_AcknowledgedOnceStoredOnce(),
        new AUD05_ReadBackOrderIsEmitOrder(),
        new AUD06_OrderRespectsRealTime(),
        new AUD07_NanosecondsSurvive(),
        new AUD08_ReEmitStoresNothingMore(),
        new AUD09_DistinctEntriesAreKeptApart(),
        new AUD10_PositionsHaveNoGaps(),
        new AUD11_NoHoleFillsLater(),
        new AUD12_ReadsArePrefixes(),
        new AUD13_ChainVerifiesFromReadBack(),
        new AUD14_EnforcedChainNeverForks(),
        new AUD15_ChangedFieldIsDetected(),
        new AUD16_DamagedChainIsDetected(),
        new AUD17_CheckpointDetectsCutAndRewrite(),
        new AUD18_ChainContinuesAfterReopen(),
        new AUD19_AcknowledgedSurvivesKill(),
        new AUD20_SyncedBeforeAcknowledge(),
        new AUD21_TornTailIsCut(),
        new AUD22_FailingDiskIsAnError(),
        new AUD23_SlowBackendDropsNothing(),
        new AUD24_DisposeFlushes(),
        new AUD25_BadEntryFailsAlone(),
        new AUD26_PayloadsOfAllSizesAndTexts(),
        new AUD27_MetadataOnlyKeepsNoPayload(),
        new AUD28_MovedValueIsDetected(),
    ];
}
