namespace StorageKit.Conformance.Tests.Mutants.Network;

[Mutant("M-N54", Kills = "GEN-10", Says = "expected value 1 (not applied) or value 2 (applied once)")]
internal sealed class WriteRemovesFirst : IMutantDriver
{
    public DriverUnderTest Create() => WireMutant.WithStore<IObjectStore>((inner, _, _) => new Store(inner));

    sealed class Store(IObjectStore inner) : ObjectMutant(inner)
    {
        public override async ValueTask WriteAsync(
            string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
        {
            await Inner.DeleteAsync(key, cancellationToken);
            await Inner.WriteAsync(key, content, cancellationToken);
        }
    }
}
