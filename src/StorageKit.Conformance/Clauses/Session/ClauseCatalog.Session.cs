using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance;

public static partial class ClauseCatalog
{
    static Clause[] Session =>
    [
        new SES01_SavedLoads(),
        new SES02_AbsentIsNull(),
        new SES03_DeleteRemoves(),
        new SES04_SaveReplacesWhole(),
        new SES05_ExtremesAreKept(),
        new SES06_IdsAreInNetworkOrder(),
        new SES07_NothingExpiresUndeclared(),
        new SES08_ReadersSeeWholeRecords(),
        new SES09_SaveAndExpiryAreOneStep(),
        new SES10_LinearizableRegister(),
        new SES11_DeletedStaysDeleted(),
        new SES12_DamagedIsSerialization(),
        new SES13_OtherInstancesSeeSaves(),
        new SES14_SavesSurviveAKill(),
        new SES15_KilledSaveLeavesOldOrNew(),
        new SES16_OtherReleasesLoad(),
    ];
}
