namespace StorageKit.Postgres.Tests.AgentAssembly;

public sealed class PolicyTests(SharedServer shared) : AgentAssemblyTests(shared)
{
    [Fact]
    public async Task The_highest_version_is_read_as_a_number_and_with_the_references_JSON_rules()
    {
        var tables = await CreateAsync();
        await using var schema = await tables.OpenAsync(TenantId.System);
        var policies = schema.Stores.Get<IPolicyStore>();
        var agent = await tables.NewAgentAsync(TenantId.System);
        Assert.Null(await policies.GetPolicyAsync(agent));
        await tables.PutPolicyAsync(TenantId.System, agent, 9, """{"version":9,"name":"nine","rules":[]}""");
        await tables.PutPolicyAsync(
            TenantId.System, agent, 10,
            """{"later": 1, "rules":[{"decision":"Deny","action_pattern":"*"}],"name":"ten","version":10}""");
        Assert.Equal(
            new(10, "ten", [new("*", PolicyDecision.Deny)], EnforcementMode.Enforce),
            await policies.GetPolicyAsync(agent));
        await policies.InvalidateAsync(agent);
        Assert.Equal(10u, (await policies.GetPolicyAsync(agent))?.Version);
        Assert.Null(policies as IPolicyWriter);
    }

    [Fact]
    public async Task A_body_that_is_no_policy_is_a_serialization_error_and_no_older_version_takes_its_place()
    {
        var tables = await CreateAsync();
        await using var schema = await tables.OpenAsync(TenantId.System);
        var agent = await tables.NewAgentAsync(TenantId.System);
        await tables.PutPolicyAsync(TenantId.System, agent, 1, """{"version":1,"name":"","rules":[]}""");
        await tables.PutPolicyAsync(TenantId.System, agent, 2, """{"version":-2,"name":"","rules":[]}""");
        var error = await Assert.ThrowsAsync<StorageException>(
            async () => await schema.Stores.Get<IPolicyStore>().GetPolicyAsync(agent));
        Assert.Equal(StorageErrorKind.Serialization, error.Kind);
        Assert.Contains(agent.ToString(), error.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tenant_reads_the_rows_of_his_organisation_alone_even_as_a_superuser(bool isSuperuser)
    {
        var tables = await CreateAsync();
        var section = isSuperuser ? await tables.SuperuserSectionAsync() : tables.Section();
        var (own, other) = (await tables.NewOrganisationAsync(), await tables.NewOrganisationAsync());
        var agent = await tables.NewAgentAsync(own);
        await tables.PutPolicyAsync(own, agent, 1, """{"version":1,"name":"own","rules":[]}""");
        await tables.PutPolicyAsync(other, agent, 2, """{"version":2,"name":"other","rules":[]}""");
        await tables.RunAsync(
            $"INSERT INTO credentials (key, ciphertext, org_id) VALUES ('k', '\\x01', '{own}')");

        await using var ours = await OpenedSchema.OpenAsync(section, own);
        await using var theirs = await OpenedSchema.OpenAsync(section, other);
        await using var system = await OpenedSchema.OpenAsync(section, TenantId.System);
        Assert.Equal("own", (await ours.Stores.Get<IPolicyStore>().GetPolicyAsync(agent))?.Name);
        Assert.Equal("other", (await theirs.Stores.Get<IPolicyStore>().GetPolicyAsync(agent))?.Name);
        Assert.Null(await system.Stores.Get<IPolicyStore>().GetPolicyAsync(agent));
        Assert.NotNull(await ours.Credentials.GetSecretAsync("k"));
        Assert.Null(await theirs.Credentials.GetSecretAsync("k"));
        Assert.NotNull(await ours.Stores.Get<ILifecycleMonitor>().LastSeenAsync(agent));
        Assert.Null(await theirs.Stores.Get<ILifecycleMonitor>().LastSeenAsync(agent));
    }
}
