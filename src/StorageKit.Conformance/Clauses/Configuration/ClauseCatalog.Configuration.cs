using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance;

public static partial class ClauseCatalog
{
    static Clause[] Configuration =>
    [
        new CFG01_UnknownDriverListsTheKnown(),
        new CFG02_UnknownKeysAreErrors(),
        new CFG03_WrongTypesAreErrors(),
        new CFG04_ContractsShareOneResource(),
        new CFG05_FailedBuildDisposesTheRest(),
        new CFG06_NamesAreTakenOnce(),
    ];
}
