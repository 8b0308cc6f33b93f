using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance;

public static partial class ClauseCatalog
{
    static Clause[] General =>
    [
        new GEN01_ResolvesByName(),
        new GEN02_NothingIsLeftOut(),
        new GEN03_OutageIsNoAnswer(),
        new GEN04_OnlyKnownErrorsLeave(),
        new GEN05_BadArgumentsAreRefused(),
        new GEN06_CancelledCallHasNoEffect(),
        new GEN07_CancelledMidCallIsWhole(),
        new GEN08_NoReplyOfAnotherCall(),
        new GEN09_SilenceTimesOut(),
        new GEN10_LostRequestIsAnError(),
        new GEN11_LostReplyAppliesAtMostOnce(),
        new GEN12_RecoversFromARestart(),
        new GEN13_SlicedRepliesChangeNothing(),
        new GEN14_DisposalEndsEverything(),
        new GEN15_NothingLeaks(),
        new GEN16_FewThreadsAreEnough(),
        new GEN17_BlockingCallerDoesNotDeadlock(),
        new GEN18_NothingIsAliased(),
        new GEN19_SecretsAreNotShown(),
        new GEN20_CultureChangesNothing(),
        new GEN21_InstancesShareOneStore(),
        new GEN22_TenantsNeverMeet(),
        new GEN23_AgreesWithItsModel(),
        new GEN24_LoadIsBorne(),
        new GEN25_AgreesWithItsModelOverTime(),
    ];
}
