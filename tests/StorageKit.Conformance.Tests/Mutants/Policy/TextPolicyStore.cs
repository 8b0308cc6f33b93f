namespace StorageKit.Conformance.Tests.Mutants.Policy;

/// <summary>A correct policy store over texts; a mutant does something else with one that it cannot read.</summary>
internal class TextPolicyStore(StoredPolicyTexts texts, TenantId tenant) : IPolicyStore, IPolicyWriter
{
    public ValueTask<PolicyDocument?> GetPolicyAsync(AgentId agent, CancellationToken cancellationToken = default)
    {
        if (!texts.Texts.TryGetValue((tenant, agent), out var text)) return default;
        try
        {
            return new(PolicyDocument.FromJson(text));
        }
        catch (FormatException error)
        {
            return new(Unreadable(error));
        }
    }

    public ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default) => default;

    public ValueTask PutPolicyAsync(AgentId agent, PolicyDocument policy, CancellationToken cancellationToken = default)
    {
        texts.Texts.AddOrUpdate(
            (tenant, agent), policy.ToJson(),
            (_, old) => PolicyDocument.FromJson(old).Version > policy.Version ? old : policy.ToJson());
        return default;
    }

    /// <summary>What a read answers.</summary>
    protected virtual PolicyDocument? Unreadable(FormatException error) =>
        throw new StorageException(StorageErrorKind.Serialization, "the stored policy cannot be read", error);
}
