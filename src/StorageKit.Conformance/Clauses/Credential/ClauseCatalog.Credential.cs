using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance;

public static partial class ClauseCatalog
{
    static Clause[] Credential =>
    [
        new CRD01_PutGetReplaceDelete(),
        new CRD02_EmptyIsNotAbsent(),
        new CRD03_AnyBytesRoundTrip(),
        new CRD04_KeysDoNotCollide(),
        new CRD05_NoKeyEscapes(),
        new CRD06_EncryptedAtRest(),
        new CRD07_SameSecretLooksDifferent(),
        new CRD08_MovedOrChangedIsRefused(),
        new CRD09_NoSecretIsTold(),
        new CRD10_OnlyTheAskedKeyIsNamed(),
        new CRD11_DeletePurges(),
        new CRD12_TenantsDoNotMeet(),
        new CRD13_LinearizableRegister(),
        new CRD14_DeletedStaysDeleted(),
        new CRD15_KilledPutLeavesOldOrNew(),
        new CRD16_SecretsSurviveAKill(),
        new CRD17_FilesAreTheOwnersAlone(),
        new CRD18_OldSecretsSurviveRotation(),
        new CRD19_PooledBuffersAreCleared(),
        new CRD20_ArraysAreTheCallers(),
    ];
}
