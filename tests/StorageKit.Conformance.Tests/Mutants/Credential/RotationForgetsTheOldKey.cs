using System.Text;

namespace StorageKit.Conformance.Tests.Mutants.Credential;

[Mutant("M-CRD-18", Kills = "CRD-18", Says = "after the master key was rotated")]
internal sealed class RotationForgetsTheOldKey : IMutantDriver, IKeyRotation
{
    public string RotatedSection => "key = 'second'\nold_key = 'first'";

    public DriverUnderTest Create()
    {
        var vault = new SecretVault();
        var registration = new DriverRegistration("mutant")
        {
            BindOptions = section =>
            {
                var (key, _) = (section.Text("key"), section.Text("old_key"));
                return section.Complete() ? key.Value : null;
            },
            Stores =
            [
                new(
                    typeof(Store), [new("credential_store", typeof(ICredentialStore))],
                    (scope, _) => new(new Store(vault, scope.Tenant, scope.Options<string>()))),
            ],
        };
        return new(new Registry().Add(registration), "mutant", new DriverHarness("key = 'first'", this));
    }

    internal sealed class Store(SecretVault vault, TenantId tenant, string master) : SealedSecrets(vault, tenant)
    {
        protected override byte[] Binding(string key) => [.. base.Binding(key), .. Encoding.UTF8.GetBytes(master)];
    }
}
