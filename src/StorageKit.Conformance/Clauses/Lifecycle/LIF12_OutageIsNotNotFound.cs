namespace StorageKit.Conformance.Clauses;

/// <summary>An outage is a transient Backend error, not NotFound.</summary>
/// <remarks>To NotFound an agent answers by registering anew, or by giving up.</remarks>
[Clause(
    "LIF-12", "An outage is a transient Backend error, not NotFound.",
    Contract = typeof(ILifecycleStore), Lane = Lane.Network, Needs = Needs.Outage)]
internal sealed class LIF12_OutageIsNotNotFound : Clause<ILifecycleStore>
{
    protected override async ValueTask CheckAsync(ILifecycleStore store, ClauseContext context)
    {
        var agent = AgentId.New();
        await store.RegisterAsync(agent, context.CancellationToken).ConfigureAwait(false);
        context.RequireProxied();
        foreach (var outage in context.Outages)
        {
            var what = $"HeartbeatAsync of a registered agent {outage.When}";
            Exception? error;
            await outage.BeginAsync().ConfigureAwait(false);
            try
            {
                error = await context.CallAsync(token => store.HeartbeatAsync(agent, token), what)
                    .ConfigureAwait(false);
            }
            finally
            {
                await outage.EndAsync().ConfigureAwait(false);
            }
            Expect.That(
                error is not StorageException { Kind: StorageErrorKind.NotFound },
                $"{what}: got NotFound, but nobody could know that; the outage has to be told");
            Expect.That(
                error is StorageException { IsTransient: true },
                $"{what}: expected a transient StorageException of kind Backend or Timeout, got {Attempt.Name(error)}"
                + (error is StorageException ? " that is not transient" : ""));
        }
    }
}
