using System.Buffers.Binary;
using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>Sessions as registers: the stamp is in the agent's id and in the start.</summary>
internal sealed class SessionRegister(ISessionStore store) : IRegister
{
    public ValueTask WriteAsync(string key, ulong stamp, CancellationToken cancellationToken) => store.SaveAsync(
        new(Id(key), AgentId.FromBytes(StampedBytes.Of(stamp, 16)), stamp), cancellationToken);

    public async ValueTask<OperationValue> ReadAsync(string key, CancellationToken cancellationToken)
    {
        if (await store.LoadAsync(Id(key), cancellationToken).ConfigureAwait(false) is not { } session)
            return OperationValue.None;
        if (session.SessionId != Id(key)) return "the record of another session";
        var agent = StampedBytes.Read(session.AgentId.ToByteArray(), 16);
        return agent == session.StartedAtNs ? agent : $"agent {agent} with start {session.StartedAtNs}";
    }

    public ValueTask DeleteAsync(string key, CancellationToken cancellationToken) =>
        store.DeleteAsync(Id(key), cancellationToken);

    // An id that differs from its neighbours in the last bytes only, whatever order a driver keeps them in.
    static SessionId Id(string key)
    {
        var bytes = new byte[16];
        foreach (var c in key) BinaryPrimitives.WriteUInt32BigEndian(
            bytes.AsSpan(12), unchecked((BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(12)) * 31) + c));
        return SessionId.FromBytes(bytes);
    }
}
