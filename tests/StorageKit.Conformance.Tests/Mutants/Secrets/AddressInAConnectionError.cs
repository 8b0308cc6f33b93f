namespace StorageKit.Conformance.Tests.Mutants.Secrets;

/// <summary>The address of the section has a password in it, and whoever cannot connect says where to.</summary>
[Mutant(
    "M-GEN-19h", Kills = "GEN-19",
    Says = "a password that is wrong (as it is) is in the StorageConfigException of opening the section")]
internal sealed class AddressInAConnectionError : IMutantDriver
{
    const string Address = "redis://app:correct-horse-battery@localhost:6379/";

    sealed class Settings(string url)
    {
        internal string Url => url;
    }

    sealed class Connection;

    public DriverUnderTest Create()
    {
        var driver = MutantDriver.Create(typeof(CredentialMutant));
        var registration = new DriverRegistration(driver.Name)
        {
            BindOptions = static section =>
            {
                var url = section.Text("url");
                return section.Complete() ? new Settings(url.Value ?? "") : null;
            },
            UsesTimeProvider = true,
            Resources =
            [
                new(typeof(Connection), static (scope, _) => scope.Options<Settings>().Url is Address
                    ? new(new Connection())
                    : throw new StorageException(
                        StorageErrorKind.Unauthorized, $"cannot connect to {scope.Options<Settings>().Url}")),
                .. driver.Registration.Resources,
            ],
            Stores = driver.Registration.Stores,
        };
        return MutantDriver.Of(registration, $"url = '{Address}'");
    }
}
