namespace StorageKit.Conformance.Tests.Mutants.Network;

[Mutant(
    "M-N51", Kills = "GEN-03",
    Says = "IObjectStore.ReadAsync while the backend refuses connections: expected a StorageException")]
internal sealed class OutageReadsAsAbsent : IMutantDriver
{
    public DriverUnderTest Create() => WireMutant.WithStore<IObjectStore>((inner, _, _) => new Store(inner));

    sealed class Store(IObjectStore inner) : ObjectMutant(inner)
    {
        public override async ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default)
        {
            try
            {
                return await Inner.ReadAsync(key, cancellationToken);
            }
            catch (StorageException e) when (e.Kind == StorageErrorKind.Backend)
            {
                return null;
            }
        }
    }
}
