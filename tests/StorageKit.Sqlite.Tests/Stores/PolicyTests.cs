namespace StorageKit.Sqlite.Tests;

public sealed class PolicyTests
{
    [Fact]
    public async Task The_highest_version_answers_counted_as_a_number()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        var (agent, writer) = (AgentId.New(), database.Get<IPolicyWriter>());
        foreach (var version in (uint[])[10, uint.MaxValue, (uint)int.MaxValue + 1, 9, 0])
            await writer.PutPolicyAsync(agent, new(version, $"v{version} \0", [new("tool/*", PolicyDecision.Deny)]));
        var policies = database.Get<IPolicyStore>();
        await policies.InvalidateAsync(agent);
        Assert.Equal(
            new PolicyDocument(uint.MaxValue, $"v{uint.MaxValue} \0", [new("tool/*", PolicyDecision.Deny)]),
            await policies.GetPolicyAsync(agent));
        Assert.Null(await policies.GetPolicyAsync(AgentId.New()));
    }

    [Fact]
    public async Task A_document_that_is_not_understood_is_an_integrity_error_and_never_absent()
    {
        using var file = new TemporaryDatabase();
        await using var database = await file.OpenAsync();
        var agent = AgentId.New();
        await database.Get<IPolicyWriter>().PutPolicyAsync(agent, new(1, "p", []));
        file.Execute("""UPDATE policies SET body = CAST('{"version":1,"name":"p","rules":[],"enforcement_mode":"lax"}' AS BLOB)""");
        var error = await Assert.ThrowsAsync<StorageException>(
            async () => await database.Get<IPolicyStore>().GetPolicyAsync(agent));
        Assert.Equal(StorageErrorKind.Serialization, error.Kind);
    }
}
