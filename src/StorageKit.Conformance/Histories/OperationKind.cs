namespace StorageKit.Conformance.Histories;

/// <summary>What an operation does, in the words of the models that check it.</summary>
public enum OperationKind
{
    /// <summary>Counter: adds <see cref="Operation.Argument"/>; the result is the new total.</summary>
    Increment,

    /// <summary>Counter: back to 0.</summary>
    Reset,

    /// <summary>Counter, register: the result is the current total or value; no result means absent.</summary>
    Read,

    /// <summary>Register: the value becomes <see cref="Operation.Argument"/>.</summary>
    Write,

    /// <summary>Register: the value becomes absent.</summary>
    Delete,

    /// <summary>Log: appends the entry with the id <see cref="Operation.Argument"/>.</summary>
    Emit,

    /// <summary>Log: the result is the list of all entries' ids, oldest first.</summary>
    ReadLog,

    /// <summary>Lifecycle: the agent is registered from now on.</summary>
    Register,

    /// <summary>Lifecycle: the result is <see cref="OperationValue.None"/> (accepted) or
    /// <see cref="OperationValue.NotFound"/>.</summary>
    Heartbeat,

    /// <summary>Lifecycle: the agent is not registered from now on; idempotent.</summary>
    Deregister,
}
