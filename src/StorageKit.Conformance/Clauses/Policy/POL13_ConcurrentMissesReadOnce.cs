namespace StorageKit.Conformance.Clauses;

/// <summary>Many misses at once read the source a few times.</summary>
/// <remarks>The first read of the source is held back until all have missed and none asks any more.</remarks>
[Clause(
    "POL-13", "A hundred concurrent misses of one agent read the source as often as declared, not a hundred times.",
    Contract = typeof(IPolicyStore), Lane = Lane.Concurrent, Needs = Needs.PolicySource)]
internal sealed class POL13_ConcurrentMissesReadOnce : Clause<IPolicyStore>
{
    const int Callers = 100;
    static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(200);

    protected override async ValueTask CheckAsync(IPolicyStore store, ClauseContext context)
    {
        var source = context.Driver.Harness.Probe<IPolicySource>()!;
        var agent = AgentId.New();
        foreach (var version in new[] { 1u, 2u })
        {
            var policy = PolicyExpectations.Document(version);
            await source.PutAsync(context.Tenant, agent, policy, context.CancellationToken).ConfigureAwait(false);
            await store.InvalidateAsync(agent, context.CancellationToken).ConfigureAwait(false);
            var reads = await MissAsync(store, source, context, agent, version).ConfigureAwait(false);
            Expect.That(
                reads <= source.MostReads,
                $"STAMPEDE: {Callers} concurrent misses of one agent read the source {reads} times; the harness's "
                + $"IPolicySource declares {source.MostReads}");
        }
    }

    static async ValueTask<int> MissAsync(
        IPolicyStore store, IPolicySource source, ClauseContext context, AgentId agent, uint version)
    {
        var before = source.ReadsOf(context.Tenant, agent);
        Task<PolicyDocument?>[] misses;
        using (source.Hold(context.Tenant, agent))
        {
            misses =
            [
                .. Enumerable.Range(0, Callers).Select(_ => Task.Run(
                    async () => await store.GetPolicyAsync(agent, context.CancellationToken).ConfigureAwait(false),
                    context.CancellationToken)),
            ];
            await source.ExpectReadAsync(context, agent, before + 1).ConfigureAwait(false);
            for (var (last, now) = (-1, Reads()); last != now; (last, now) = (now, Reads()))
                await Task.Delay(s_quiet, context.CancellationToken).ConfigureAwait(false);
        }
        foreach (var answer in await Task.WhenAll(misses).ConfigureAwait(false))
            Expect.Equal(version, answer?.Version, $"version of one of {Callers} concurrent misses");
        return Reads() - before;

        int Reads() => source.ReadsOf(context.Tenant, agent);
    }
}
