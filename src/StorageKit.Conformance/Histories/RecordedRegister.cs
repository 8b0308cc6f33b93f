using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance.Histories;

/// <summary>Calls of a register, recorded.</summary>
internal static class RecordedRegister
{
    internal static ValueTask<Operation> WriteAsync(
        this RecordingCaller caller, IRegister register, string key, ulong stamp, CancellationToken cancellationToken) =>
        caller.RecordAsync(
            OperationKind.Write, key, stamp, () => register.WriteAsync(key, stamp, cancellationToken));

    internal static ValueTask<Operation> ReadAsync(
        this RecordingCaller caller, IRegister register, string key, CancellationToken cancellationToken) =>
        caller.RecordAsync(
            OperationKind.Read, key, OperationValue.None, () => register.ReadAsync(key, cancellationToken));

    internal static ValueTask<Operation> DeleteAsync(
        this RecordingCaller caller, IRegister register, string key, CancellationToken cancellationToken) =>
        caller.RecordAsync(
            OperationKind.Delete, key, OperationValue.None, () => register.DeleteAsync(key, cancellationToken));
}
