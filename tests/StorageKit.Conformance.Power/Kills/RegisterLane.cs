using System.Buffers.Binary;

namespace StorageKit.Conformance.Power.Kills;

/// <summary>Writes one after another, write n to slot n modulo <see cref="Slots"/>; each value tells which write it is
/// of, and whether it is whole.</summary>
/// <param name="Name">What the child calls it.</param>
/// <param name="Slots">How many values there are.</param>
/// <param name="IsOffered">Whether the driver has the store.</param>
/// <param name="Write">Writes a stamp, from 1 on, to a slot.</param>
/// <param name="Read">The stamp that a slot has; 0 for none, <see cref="Torn"/> for what nobody wrote.</param>
sealed record RegisterLane(
    string Name, int Slots, Func<TenantStores, bool> IsOffered, Func<TenantStores, int, int, ValueTask> Write,
    Func<TenantStores, int, ValueTask<int>> Read)
{
    internal const int Torn = -1;

    static readonly AgentId s_agent = AgentId.FromBytes(Stamped(1, 16));

    internal static IReadOnlyList<RegisterLane> All { get; } =
    [
        new(
            "session", 4, stores => stores.Find<ISessionStore>() is not null,
            (stores, slot, stamp) => stores.Get<ISessionStore>().SaveAsync(new(Session(slot), s_agent, (ulong)stamp)),
            async (stores, slot) => await stores.Get<ISessionStore>().LoadAsync(Session(slot)) switch
            {
                null => 0,
                var found when found.AgentId == s_agent => (int)found.StartedAtNs,
                _ => Torn,
            }),
        new(
            "secret", 4, stores => stores.Find<ICredentialStore>() is not null,
            (stores, slot, stamp) =>
                stores.Get<ICredentialStore>().PutSecretAsync($"k{slot}", Stamped(stamp, 4096)),
            async (stores, slot) => StampOf(await stores.Get<ICredentialStore>().GetSecretAsync($"k{slot}"), 4096)),
        new(
            "object", 4, stores => stores.Find<IObjectStore>() is not null,
            (stores, slot, stamp) => stores.Get<IObjectStore>().WriteAsync($"k{slot}", Stamped(stamp, 20_000)),
            async (stores, slot) => StampOf(await stores.Get<IObjectStore>().ReadAsync($"k{slot}"), 20_000)),
        new(
            "counter", 1, stores => stores.Find<IRateLimitCounter>() is not null,
            async (stores, _, _) =>
                await stores.Get<IRateLimitCounter>().IncrementAsync("k", 1, TimeSpan.MaxValue),
            async (stores, _) => (int)await stores.Get<IRateLimitCounter>().CurrentAsync("k")),
        new(
            "policy", 1, stores => stores.Find<IPolicyWriter>() is not null,
            (stores, _, stamp) =>
                stores.Get<IPolicyWriter>().PutPolicyAsync(s_agent, new((uint)stamp, $"policy {stamp}", [])),
            async (stores, _) => await stores.Get<IPolicyStore>().GetPolicyAsync(s_agent) switch
            {
                null => 0,
                var found when found.Name == $"policy {found.Version}" => (int)found.Version,
                _ => Torn,
            }),
        new(
            "agent", 1, stores => stores.Find<ILifecycleMonitor>() is not null,
            (stores, _, stamp) => stores.Get<ILifecycleStore>().RegisterAsync(AgentId.FromBytes(Stamped(stamp, 16))),
            async (stores, _) =>
            {
                var (count, last) = (0, 0);
                await foreach (var agent in stores.Get<ILifecycleMonitor>().ListAsync())
                    (count, last) = (count + 1, Math.Max(last, StampOf(agent.Agent.ToByteArray(), 16)));
                return count == last ? count : Torn;
            }),
    ];

    /// <summary>Does write n, from 0.</summary>
    internal ValueTask StepAsync(TenantStores stores, int index) => Write(stores, index % Slots, index + 1);

    /// <summary>Compares what is there with what was acknowledged; the write after those may have taken place.</summary>
    internal async Task<Findings> VerifyAsync(TenantStores stores, int acknowledged)
    {
        var found = new Findings();
        for (var slot = 0; slot < Slots; slot++)
        {
            var written = Enumerable.Range(0, acknowledged).LastOrDefault(index => index % Slots == slot, -1) + 1;
            var underWay = acknowledged % Slots == slot ? acknowledged + 1 : written;
            var stamp = await Read(stores, slot);
            if (stamp == written || stamp == underWay) continue;
            found += stamp >= 0 && stamp < written ? new() { Lost = 1 } : new() { HalfWritten = 1 };
        }
        return found;
    }

    static SessionId Session(int slot) => SessionId.FromBytes(Stamped(slot + 1, 16));

    static byte[] Stamped(int stamp, int length)
    {
        var bytes = new byte[length];
        for (var at = 0; at < length; at += sizeof(int)) BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at), stamp);
        return bytes;
    }

    static int StampOf(byte[]? bytes, int length)
    {
        if (bytes is null) return 0;
        if (bytes.Length != length) return Torn;
        var stamp = BinaryPrimitives.ReadInt32BigEndian(bytes);
        return bytes.AsSpan().SequenceEqual(Stamped(stamp, length)) ? stamp : Torn;
    }
}
