namespace StorageKit.Conformance.Clauses;

/// <summary>An outage is an error, or staleness as declared.</summary>
/// <remarks>A store may answer with what it had read before; of an agent that it has never read it knows nothing.
/// </remarks>
[Clause(
    "POL-11", "An outage is a Backend or Timeout error, or staleness as declared; never null and never permission.",
    Contract = typeof(IPolicyStore), Lane = Lane.Network, Needs = Needs.PolicySeed | Needs.Outage)]
internal sealed class POL11_OutageIsNoPermission : Clause<IPolicyStore>
{
    static readonly PolicyDocument s_policy = PolicyExpectations.Document(7);

    protected override async ValueTask CheckAsync(IPolicyStore store, ClauseContext context)
    {
        var direct = await context.OpenDirectAsync().ConfigureAwait(false);
        var (read, unread, absent) = (AgentId.New(), AgentId.New(), AgentId.New());
        foreach (var agent in new[] { read, unread })
            await context.PutPolicyAsync(agent, s_policy, direct).ConfigureAwait(false);
        await store.ExpectVersionAsync(read, s_policy.Version, "before any outage", context.CancellationToken)
            .ConfigureAwait(false);
        context.RequireProxied();
        foreach (var outage in context.Outages)
        {
            await outage.BeginAsync().ConfigureAwait(false);
            try
            {
                await ExpectAsync(read, $"of an agent that was read before, {outage.When}", mayKnow: true)
                    .ConfigureAwait(false);
                // Without a proxy it was put by this very store, which may have kept it.
                await ExpectAsync(
                    unread, $"of an agent that was not read before, {outage.When}", mayKnow: !context.HasProxy)
                    .ConfigureAwait(false);
                await ExpectAsync(absent, $"of an agent without a policy, {outage.When}", mayKnow: false)
                    .ConfigureAwait(false);
            }
            finally
            {
                await outage.EndAsync().ConfigureAwait(false);
            }
        }

        async ValueTask ExpectAsync(AgentId agent, string which, bool mayKnow)
        {
            var what = $"GetPolicyAsync {which}";
            PolicyDocument? answer = null;
            var error = await context.CallAsync(
                async token => answer = await store.GetPolicyAsync(agent, token).ConfigureAwait(false), what)
                .ConfigureAwait(false);
            if (error is StorageException { Kind: StorageErrorKind.Backend or StorageErrorKind.Timeout }) return;
            Expect.That(
                error is null,
                $"{what}: expected a StorageException of kind Backend or Timeout, got {Attempt.Name(error)}");
            Expect.That(
                answer is not null,
                $"{what}: got null, as if the agent had no policy; nobody could know that, the outage has to be told");
            Expect.That(
                mayKnow && answer!.Equals(s_policy),
                $"{what}: got a document of version {answer!.Version} with {answer.Rules.Count} rules, "
                + "which is not what is stored or could not be known; the outage has to be told");
        }
    }
}
