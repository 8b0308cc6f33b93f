namespace StorageKit.Conformance.Tests.Mutants.Secrets;

/// <summary>A record prints all its properties.</summary>
[Mutant("M-C12", Kills = "GEN-19", Says = "the password of its section (as it is) is in Options.ToString()")]
internal sealed class PasswordInTheOptions : IMutantDriver
{
    internal sealed record Options(string Host, string Password);

    public DriverUnderTest Create()
    {
        var driver = MutantDriver.Create(typeof(CredentialMutant));
        var registration = new DriverRegistration(driver.Name)
        {
            BindOptions = static section =>
            {
                var host = section.Text("host");
                var password = section.Text("password", OptionFlags.Secret);
                return section.Complete() ? new Options(host.Value ?? "", password.Value ?? "") : null;
            },
            UsesTimeProvider = true,
            Resources = driver.Registration.Resources,
            Stores = driver.Registration.Stores,
        };
        return MutantDriver.Of(registration, "host = 'example.org'\npassword = 'correct horse battery staple'");
    }
}
