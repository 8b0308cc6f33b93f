using System.Buffers.Binary;

namespace StorageKit.Conformance.Children;

/// <summary>Operation n registers agent n; every third one removes the agent before it.</summary>
internal sealed class RegisterAgents : Workload
{
    internal override async ValueTask<string> StepAsync(
        TenantStores stores, int index, CancellationToken cancellationToken)
    {
        var agents = stores.Get<ILifecycleStore>();
        if (Removes(index)) await agents.DeregisterAsync(Agent(index - 1), cancellationToken).ConfigureAwait(false);
        else await agents.RegisterAsync(Agent(index), cancellationToken).ConfigureAwait(false);
        return "";
    }

    internal override async ValueTask VerifyAsync(
        ClauseContext context, TenantStores stores, int acknowledged, string when)
    {
        for (var i = 0; i < acknowledged; i++)
        {
            if (Removes(i)) continue;
            var removedBy = Removes(i + 1) ? i + 1 : int.MaxValue;
            if (removedBy == acknowledged) continue; // was under way: either is right
            var isThere = await IsThereAsync(stores.Get<ILifecycleStore>(), Agent(i), context.CancellationToken)
                .ConfigureAwait(false);
            Expect.That(
                isThere == removedBy > acknowledged,
                isThere
                    ? $"{when} agent {i + 1} is registered, though its deregistration was acknowledged"
                    : $"{when} agent {i + 1} is not registered, though {acknowledged} operations were acknowledged, "
                      + $"its registration as number {i + 1}");
        }
    }

    static bool Removes(int index) => index % 3 == 2;

    static AgentId Agent(int index)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(12), index + 1);
        return AgentId.FromBytes(bytes);
    }

    static async ValueTask<bool> IsThereAsync(ILifecycleStore agents, AgentId agent, CancellationToken token)
    {
        try
        {
            await agents.HeartbeatAsync(agent, token).ConfigureAwait(false);
            return true;
        }
        catch (StorageException e) when (e.Kind == StorageErrorKind.NotFound)
        {
            return false;
        }
    }
}
