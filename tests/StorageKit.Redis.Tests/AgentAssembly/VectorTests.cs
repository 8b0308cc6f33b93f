using System.Text.Json;
using StorageKit.Tests;

namespace StorageKit.Redis.Tests.AgentAssembly;

/// <summary>Policies that a Rust service may have cached: what its decoder takes, ours takes.</summary>
public sealed class VectorTests(SharedKeys shared) : IClassFixture<SharedKeys>
{
    [SharedDataFact("vectors/policy_json_cases.json")]
    public async Task Every_policy_text_reads_as_the_reference_reads_it()
    {
        using var file = JsonDocument.Parse(
            await File.ReadAllTextAsync(SharedData.PathTo("vectors", "policy_json_cases.json")));
        var cases = file.RootElement.GetProperty("cases").EnumerateArray().ToList();
        Assert.NotEmpty(cases);
        foreach (var one in cases)
        {
            var agent = AgentId.New();
            await shared.Rust.CacheAsync(agent, one.GetProperty("json").GetString()!);
            if (one.GetProperty("decodes").GetBoolean())
                Assert.Equal(
                    one.GetProperty("reencoded").GetString(),
                    (await shared.Policies.GetPolicyAsync(agent))?.ToJson());
            else
                Assert.Equal(
                    StorageErrorKind.Serialization,
                    (await Assert.ThrowsAsync<StorageException>(
                        async () => await shared.Policies.GetPolicyAsync(agent))).Kind);
        }
    }
}
