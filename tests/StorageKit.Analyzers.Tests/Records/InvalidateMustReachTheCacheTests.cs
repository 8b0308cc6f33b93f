using StorageKit.Analyzers.Records;

namespace StorageKit.Analyzers.Tests.Records;

/// <summary>SK3011, code that breaks the rule and correct code that looks like it.</summary>
public sealed class InvalidateMustReachTheCacheTests() : StoreRuleTests(new InvalidateMustReachTheCache())
{
    static string Policies(string get, string invalidate) => $$"""
        using System.Collections.Concurrent;
        using Microsoft.Extensions.Caching.Memory;
        using StorageKit;
        public class Policies(IPolicyStore source, IMemoryCache memory) : IPolicyStore
        {
            readonly ConcurrentDictionary<AgentId, PolicyDocument?> cache = new();
            readonly ConcurrentDictionary<AgentId, int> others = new();
            object All => (memory, others, cache);
            public async ValueTask<PolicyDocument?> GetPolicyAsync(AgentId agent, CancellationToken cancellationToken = default)
            {
                await Task.Yield();
        {{get}}
            }
            public async ValueTask InvalidateAsync(AgentId agent, CancellationToken cancellationToken = default)
            {
                await Task.Yield();
        {{invalidate}}
            }
            async ValueTask<PolicyDocument?> Load(AgentId agent) => await source.GetPolicyAsync(agent);
        }
        """;

    [Fact]
    public Task A_subscriber_forgets_the_entry() => Accepts(Policies(
        "if (cache.TryGetValue(agent, out var found)) return found; " + Fill,
        "await source.InvalidateAsync(agent, cancellationToken); } public void OnMessage(AgentId agent) { cache.TryRemove(agent, out _);"));

    const string Fill = "var policy = await Load(agent); cache[agent] = policy; return policy;";

    [Theory]
    [InlineData("if ([|cache.TryGetValue(agent, out var found)|]) return found; " + Fill, "")]
    [InlineData("if ([|cache.TryGetValue(agent, out var found)|]) return found; " + Fill, "others.TryRemove(agent, out _);")]
    [InlineData("return [|cache.GetOrAdd(agent, _ => null)|];", "cancellationToken.ThrowIfCancellationRequested();")]
    [InlineData("if ([|memory.TryGetValue(agent, out PolicyDocument? found)|]) return found; var policy = await Load(agent); memory.Set(agent, policy, TimeSpan.FromMinutes(1)); return policy;", "cache.TryRemove(agent, out _);")]
    [InlineData("if ([|cache.TryGetValue(agent, out var found)|]) return found; " + Fill, "await source.InvalidateAsync(agent, cancellationToken);")]
    public Task Leaves_the_entry(string get, string invalidate) => Flags(Policies(get, invalidate));

    [Theory]
    [InlineData("if (cache.TryGetValue(agent, out var found)) return found; " + Fill, "cache.TryRemove(agent, out _);")]
    [InlineData("if (cache.TryGetValue(agent, out var found)) return found; " + Fill, "cache.Clear();")]
    [InlineData("if (cache.TryGetValue(agent, out var found)) return found; " + Fill, "Forget(agent); void Forget(AgentId a) => cache.TryRemove(a, out _);")]
    [InlineData("if (cache.TryGetValue(agent, out var found)) return found; " + Fill, "cache[agent] = await Load(agent);")]
    [InlineData("if (memory.TryGetValue(agent, out PolicyDocument? found)) return found; var policy = await Load(agent); memory.Set(agent, policy, TimeSpan.FromMinutes(1)); return policy;", "memory.Remove(agent);")]
    [InlineData("return cache.TryGetValue(agent, out var found) ? found : null;", "")]
    [InlineData("return await Load(agent);", "")]
    [InlineData("var stamp = others.GetValueOrDefault(agent); if (stamp == 0 && cache.TryGetValue(agent, out var found)) return found; " + Fill, "others.AddOrUpdate(agent, 1, (_, n) => n + 1);")]
    public Task Forgets_the_entry(string get, string invalidate) => Accepts(Policies(get, invalidate));
}
