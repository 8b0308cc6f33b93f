namespace StorageKit.Conformance.Children;

/// <summary>Operations 2n and 2n+1 both emit entry n: as a caller does that was told of a failure and tries again.
/// </summary>
internal sealed class EmitEachTwice : EmitEntries
{
    internal override ValueTask<string> StepAsync(
        TenantStores stores, int index, CancellationToken cancellationToken) =>
        base.StepAsync(stores, index / 2, cancellationToken);
}
