namespace StorageKit.Conformance.Wire;

/// <summary>What a request asks for: the first byte of its frame.</summary>
public enum WireOperation : byte
{
    Ping,
    PolicyGet,
    PolicyPut,
    AuditEmit,
    AuditRead,
    SessionSave,
    SessionExpire,
    SessionLoad,
    SessionDelete,
    SecretGet,
    SecretPut,
    SecretDelete,
    CounterIncrement,
    CounterAdd,
    CounterExpire,
    CounterCurrent,
    CounterReset,
    AgentRegister,
    AgentHeartbeat,
    AgentDeregister,
    AgentLastSeen,
    AgentList,
    ObjectRead,
    ObjectWrite,
    ObjectDelete,
    ObjectExists,
    ObjectList,
}
