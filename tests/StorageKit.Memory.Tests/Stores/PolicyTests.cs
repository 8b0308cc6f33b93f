namespace StorageKit.Memory.Tests.Stores;

public sealed class PolicyTests
{
    [Fact]
    public async Task The_highest_version_wins_as_a_number_whatever_is_put_later()
    {
        await using var memory = await MemorySection.OpenAsync();
        var (policies, writer) = (memory.Get<IPolicyStore>(), memory.Get<IPolicyWriter>());
        var agent = AgentId.New();
        Assert.Null(await policies.GetPolicyAsync(agent));
        foreach (var version in new uint[] { 9, 10, 2, int.MaxValue + 1u, int.MaxValue })
            await writer.PutPolicyAsync(agent, Policy(version, "first"));
        Assert.Equal(Policy(int.MaxValue + 1u, "first"), await policies.GetPolicyAsync(agent));

        await writer.PutPolicyAsync(agent, Policy(int.MaxValue + 1u, "replaced"));
        await policies.InvalidateAsync(agent);
        Assert.Equal("replaced", (await policies.GetPolicyAsync(agent))?.Name);
        Assert.Null(await policies.GetPolicyAsync(AgentId.New()));
    }

    [Fact]
    public async Task Versions_that_a_reader_sees_never_go_back()
    {
        await using var memory = await MemorySection.OpenAsync();
        var (policies, writer) = (memory.Get<IPolicyStore>(), memory.Get<IPolicyWriter>());
        var agent = AgentId.New();
        await writer.PutPolicyAsync(agent, Policy(0, "start"));
        await Racing.RunAsync(4, async caller =>
        {
            var random = new Random(caller);
            uint seen = 0;
            for (var i = 0; i < 5_000; i++)
            {
                var put = (uint)random.Next(i, i + 50);
                await writer.PutPolicyAsync(agent, Policy(put, "racing"));
                var read = (await policies.GetPolicyAsync(agent))!.Version;
                Assert.True(read >= seen && read >= put);
                seen = read;
            }
            return seen;
        });
    }

    static PolicyDocument Policy(uint version, string name) => new(version, name, [new("fs.*", PolicyDecision.Deny)]);
}
