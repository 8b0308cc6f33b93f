using System.Buffers.Binary;

namespace StorageKit.Conformance.Tests.Mutants.Files;

/// <summary>Sessions in a table of files: 16 bytes of the agent, 8 of the start.</summary>
/// <typeparam name="TTable">The table; a mutant's has the defect.</typeparam>
internal sealed class FileSessions<TTable>(string folder) : FileStore<TTable>(folder), ISessionStore
    where TTable : FileTable
{
    public ValueTask SaveAsync(SessionRecord session, CancellationToken cancellationToken = default)
    {
        var bytes = new byte[24];
        session.AgentId.WriteTo(bytes);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(16), session.StartedAtNs);
        return Alone(table => table.Write(session.SessionId.ToString(), bytes));
    }

    public ValueTask<SessionRecord?> LoadAsync(SessionId session, CancellationToken cancellationToken = default) =>
        Alone(table => table.Read(session.ToString()) switch
        {
            null => null,
            { Length: 24 } bytes => new SessionRecord(
                session, AgentId.FromBytes(bytes.AsSpan(0, 16)), BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(16))),
            _ => throw new StorageException(StorageErrorKind.Serialization, "the record is damaged"),
        });

    public ValueTask DeleteAsync(SessionId session, CancellationToken cancellationToken = default) =>
        Alone(table => table.Delete(session.ToString()));
}
