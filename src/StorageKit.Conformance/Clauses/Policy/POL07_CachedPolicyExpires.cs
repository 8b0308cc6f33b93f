namespace StorageKit.Conformance.Clauses;

/// <summary>A cached policy expires at the time that the driver declares, to the tick.</summary>
/// <remarks>Reading it does not put that off. Where the backend has its own clock, as close as
/// <see cref="CounterExpectations.ClosestToTheEnd"/> says.</remarks>
[Clause(
    "POL-07", "A cached policy expires at the time that the driver declares, to the tick.",
    Contract = typeof(IPolicyStore), Lane = Lane.Time, Needs = Needs.PolicySource | Needs.Clock)]
internal sealed class POL07_CachedPolicyExpires : Clause<IPolicyStore>
{
    protected override async ValueTask CheckAsync(IPolicyStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var source = context.Driver.Harness.Probe<IPolicySource>()!;
        var (life, close) = (source.TimeToLive, context.ClosestToTheEnd());
        if (life <= close)
            throw new UntestedException(
                $"the declared time of {life} is too short for a clock that is exact to {close}; declare a longer one");
        var agent = AgentId.New();
        await PutAsync(1).ConfigureAwait(false);
        await store.ExpectVersionAsync(agent, 1, "on the first read", token).ConfigureAwait(false);
        for (var version = 1u; version <= 3; version++)
        {
            await PutAsync(version + 1).ConfigureAwait(false);
            await context.AdvanceAsync(life - close).ConfigureAwait(false);
            await store.ExpectVersionAsync(
                agent, version, $"{close} before the cached copy of version {version} is {life} old", token)
                .ConfigureAwait(false);
            await context.AdvanceAsync(close).ConfigureAwait(false);
            await store.ExpectVersionAsync(
                agent, version + 1, $"when the cached copy of version {version} is {life} old", token)
                .ConfigureAwait(false);
        }

        ValueTask PutAsync(uint version) =>
            source.PutAsync(context.Tenant, agent, PolicyExpectations.Document(version), token);
    }
}
