namespace StorageKit.Conformance.Tests.Mutants.Network;

[Mutant("M-N56", Kills = "GEN-11", Says = "the lost one was applied again")]
internal sealed class LostPutIsRepeatedLater : IMutantDriver
{
    public DriverUnderTest Create() => WireMutant.WithStore<ICredentialStore>((inner, _, _) => new Store(inner));

    sealed class Store(ICredentialStore inner) : CredentialMutant(inner)
    {
        public override async ValueTask PutSecretAsync(
            string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
        {
            try
            {
                await Inner.PutSecretAsync(key, value, cancellationToken);
            }
            catch (StorageException e) when (e.IsTransient)
            {
                _ = Task.Run(async () =>
                {
                    await Task.Delay(20);
                    await Inner.PutSecretAsync(key, value);
                }, CancellationToken.None);
                throw;
            }
        }
    }
}
