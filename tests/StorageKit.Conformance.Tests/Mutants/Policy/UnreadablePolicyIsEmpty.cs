namespace StorageKit.Conformance.Tests.Mutants.Policy;

[Mutant("M-POL-14-EMPTY", Kills = "POL-14", Says = "expected a StorageException of kind Serialization, but it succeeded")]
internal sealed class UnreadablePolicyIsEmpty : IMutantDriver
{
    public DriverUnderTest Create() => MutantDriver.Create(typeof(Store), shared: false, new StoredPolicyTexts());

    internal sealed class Store(StoredPolicyTexts texts, TenantId tenant) : TextPolicyStore(texts, tenant)
    {
        protected override PolicyDocument Unreadable(FormatException error) => new(0, "", []);
    }
}
