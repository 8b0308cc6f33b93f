namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-W04", Kills = "GEN-15", Says = "more connections after")]
internal sealed class LeavesAConnectionOpen : LeavesSomethingAtEachOpening, IResourceProbe
{
    int _connections;

    protected override void Leave() => Interlocked.Increment(ref _connections);

    public ValueTask<int> ConnectionsAsync(CancellationToken cancellationToken = default) => new(_connections);

    public ValueTask<long> CounterKeysAsync(TenantId tenant, CancellationToken cancellationToken = default) => new(0L);
}
