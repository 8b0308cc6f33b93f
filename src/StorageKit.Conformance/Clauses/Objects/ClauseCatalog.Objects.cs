using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance;

public static partial class ClauseCatalog
{
    static Clause[] Objects =>
    [
        new OBJ01_AnyBytesRoundTrip(),
        new OBJ02_AbsentIsNull(),
        new OBJ03_WriteReplacesWhole(),
        new OBJ04_EmptyIsNotAbsent(),
        new OBJ05_DeleteRemoves(),
        new OBJ06_ExistsAgreesWithRead(),
        new OBJ07_KeysDoNotCollide(),
        new OBJ08_ListIsByPrefix(),
        new OBJ09_ListIsInUtf8Order(),
        new OBJ10_ListTellsSizes(),
        new OBJ11_LongListsAreWhole(),
        new OBJ12_ListsAreStableUnderWrites(),
        new OBJ13_ListsCanBeAbandoned(),
        new OBJ14_ArraysAreTheCallers(),
        new OBJ15_LargeObjectsRoundTrip(),
        new OBJ16_NoKeyEscapes(),
        new OBJ17_TenantsDoNotMeet(),
        new OBJ18_SurvivesReopening(),
        new OBJ19_LinearizableRegister(),
        new OBJ20_DeletedStaysDeleted(),
        new OBJ21_ReadersSeeWholeObjects(),
        new OBJ22_OtherInstancesSeeWrites(),
        new OBJ23_WritesSurviveAKill(),
        new OBJ24_KilledWriteLeavesOldOrNew(),
    ];
}
