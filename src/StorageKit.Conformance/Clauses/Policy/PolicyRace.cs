using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>Readers of one agent's policy while a writer stores one version after another.</summary>
internal static class PolicyRace
{
    const int Readers = 7;
    const uint Versions = 40;
    const int MaxReadsEach = 1000;

    /// <summary>How often a clause runs it at most.</summary>
    internal const int MostRounds = 25;

    /// <summary>A document whose every part shows its version.</summary>
    internal static PolicyDocument Stamped(uint version) => new(
        version, $"{version}", Enumerable.Repeat(new PolicyRule($"{version}", (PolicyDecision)(version % 3)), 20),
        (EnforcementMode)(version % 3));

    /// <summary>Runs the race, and records each read and, as one write, each storing with the invalidation after it.
    /// </summary>
    /// <param name="clause">The clause it is for.</param>
    /// <param name="context">Its context.</param>
    /// <param name="round">How often it was run before.</param>
    /// <param name="invalidate">Whether the writer invalidates.</param>
    /// <param name="look">Is shown what each reader reads.</param>
    internal static async ValueTask<History> RunAsync(
        Clause clause, ClauseContext context, int round, bool invalidate, Action<int, PolicyDocument?>? look = null)
    {
        var token = context.CancellationToken;
        var store = context.Stores.Get<IPolicyStore>();
        var agent = AgentId.New();
        var recorder = context.NewRecorder(clause);
        await context.PutPolicyAsync(agent, Stamped(1)).ConfigureAwait(false);
        using var written = CancellationTokenSource.CreateLinkedTokenSource(token);
        await context.RunCallersAsync(Readers + 1, caller => caller == Readers ? WriteAsync() : ReadAsync(caller))
            .ConfigureAwait(false);
        var history = recorder.ToHistory();
        Expect.AllSucceeded(history);
        return history;

        async Task WriteAsync()
        {
            try
            {
                var record = recorder.AddCaller();
                var random = context.RandomFor(Readers, round);
                for (var version = 2u; version <= Versions; version++)
                {
                    await record.RecordAsync(OperationKind.Write, "policy", version, () => StoreAsync(version))
                        .ConfigureAwait(false);
                    await random.PauseAsync().ConfigureAwait(false);
                }
            }
            finally
            {
                await written.CancelAsync().ConfigureAwait(false);
            }
        }

        async ValueTask StoreAsync(uint version)
        {
            await context.PutPolicyAsync(agent, Stamped(version)).ConfigureAwait(false);
            if (invalidate) await store.InvalidateAsync(agent, token).ConfigureAwait(false);
        }

        async Task ReadAsync(int caller)
        {
            var record = recorder.AddCaller();
            var random = context.RandomFor(caller, round);
            for (var i = 0; i < MaxReadsEach && !written.IsCancellationRequested; i++)
            {
                var read = await record.RecordAsync(OperationKind.Read, "policy", OperationValue.None, AnswerAsync)
                    .ConfigureAwait(false);
                if (read.Error is not null) return;
                await random.PauseAsync().ConfigureAwait(false);
            }

            async ValueTask<OperationValue> AnswerAsync()
            {
                var policy = await store.GetPolicyAsync(agent, token).ConfigureAwait(false);
                look?.Invoke(caller, policy);
                return policy is null ? OperationValue.None : (ulong)policy.Version;
            }
        }
    }
}
