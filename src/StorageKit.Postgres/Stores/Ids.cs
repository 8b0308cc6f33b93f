namespace StorageKit.Postgres;

/// <summary>Ids as <c>uuid</c> columns hold them: the same sixteen bytes in the same order.</summary>
internal static class Ids
{
    internal static Guid Of(AgentId agent) => new(agent.ToByteArray(), bigEndian: true);

    internal static Guid Of(SessionId session) => new(session.ToByteArray(), bigEndian: true);

    internal static AgentId ToAgent(Guid id) => AgentId.FromBytes(id.ToByteArray(bigEndian: true));

    internal static SessionId ToSession(Guid id) => SessionId.FromBytes(id.ToByteArray(bigEndian: true));
}
