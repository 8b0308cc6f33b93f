namespace StorageKit.Tests.Drivers;

/// <summary>What a registry refuses to take.</summary>
public sealed class RegistryAddTests
{
    static string Refusal(Registry registry, DriverRegistration driver) =>
        Assert.Throws<ArgumentException>(() => registry.Add(driver)).Message;

    static DriverRegistration Own(string name, Type store, params ContractRegistration[] contracts) => new(name)
    {
        Stores = [new(store, contracts, static (_, _) => new(new object()))],
    };

    [Fact]
    public void Two_drivers_of_one_name_are_refused_naming_both()
    {
        var registry = new Registry().Add(SampleDriver.Reference("acme"));
        Assert.StartsWith(
            "The driver name \"acme\" is taken by StorageKit.Tests.Drivers.EmptyStore, StorageKit.Tests;"
            + " StorageKit.Tests.Drivers.QuotaLedger, StorageKit.Tests needs another one.",
            Refusal(
                registry, Own("acme", typeof(QuotaLedger), new ContractRegistration("quota", typeof(IQuotaLedger)))),
            StringComparison.Ordinal);
        Assert.Single(registry.Drivers);
    }

    [Fact]
    public void A_driver_added_twice_is_told_so()
    {
        var driver = SampleDriver.Reference("acme");
        Assert.StartsWith(
            "The driver \"acme\" of StorageKit.Tests.Drivers.EmptyStore, StorageKit.Tests has been added already.",
            Refusal(new Registry().Add(driver), driver), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Acme")]
    [InlineData("1st")]
    [InlineData("a.b")]
    [InlineData("a b")]
    [InlineData("größe")]
    [InlineData("a\n")]
    public void What_is_no_bare_lower_case_key_is_no_name(string name) =>
        Assert.Contains("is no driver's name", Refusal(new(), SampleDriver.Reference(name)), StringComparison.Ordinal);

    [Fact]
    public void A_name_has_at_most_63_characters()
    {
        Assert.Contains(
            "is no driver's name", Refusal(new(), SampleDriver.Reference(new('a', 64))), StringComparison.Ordinal);
        Assert.Single(new Registry().Add(SampleDriver.Reference(new('a', 63))).Drivers);
    }

    [Fact]
    public void Two_stores_of_a_driver_for_one_contract_are_refused()
    {
        var store = SampleDriver.Reference("acme").Stores[0];
        Assert.StartsWith(
            "Two stores of driver \"acme\" serve policy_store; one has to go.",
            Refusal(new(), new("acme") { Stores = [store, store] }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_does_not_implement_its_contract_is_refused() =>
        Assert.StartsWith(
            "StorageKit.Tests.Drivers.QuotaLedger of driver \"acme\" does not implement StorageKit.IAuditSink",
            Refusal(new(), Own("acme", typeof(QuotaLedger), SampleDriver.Contract("audit_sink"))),
            StringComparison.Ordinal);

    [Fact]
    public void A_key_cannot_stand_for_two_contracts() =>
        Assert.StartsWith(
            "The key audit_sink stands for StorageKit.IAuditSink; StorageKit.Tests.Drivers.IQuotaLedger "
            + "of driver \"acme\" needs",
            Refusal(
                new(), Own("acme", typeof(QuotaLedger), new ContractRegistration("audit_sink", typeof(IQuotaLedger)))),
            StringComparison.Ordinal);

    [Fact]
    public void A_driver_and_a_contract_cannot_share_a_name()
    {
        var quota = new ContractRegistration("quota", typeof(IQuotaLedger));
        Assert.Contains(
            "has the name of a contract's key", Refusal(new(), SampleDriver.Reference("audit_sink")),
            StringComparison.Ordinal);
        Assert.Contains(
            "is the name of a driver",
            Refusal(new Registry().Add(SampleDriver.Reference("quota")), Own("acme", typeof(QuotaLedger), quota)),
            StringComparison.Ordinal);
        Assert.Contains(
            "is the name of a driver", Refusal(new(), Own("quota", typeof(QuotaLedger), quota)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Drivers_and_their_names_come_in_ordinal_order()
    {
        var registry = new Registry()
            .Add(SampleDriver.Reference("b")).Add(SampleDriver.Reference("a-b")).Add(
                SampleDriver.Serving("a_b", "audit_sink"));
        Assert.Equal(["a-b", "a_b", "b"], registry.Drivers.Select(driver => driver.Name));
        Assert.Equal(["a-b", "b"], registry.NamesFor("policy_store"));
    }
}
