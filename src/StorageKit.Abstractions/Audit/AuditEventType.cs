namespace StorageKit;

/// <summary>What an audit entry reports. The numbers are hashed; the JSON form is the exact name.</summary>
public enum AuditEventType
{
    /// <summary>A tool call was seen.</summary>
    ToolCallIntercepted = 0,

    /// <summary>A policy refused an action.</summary>
    PolicyViolation = 1,

    /// <summary>A secret was kept from leaving.</summary>
    CredentialLeakBlocked = 2,

    /// <summary>A human was asked.</summary>
    ApprovalRequested = 3,

    /// <summary>A human agreed.</summary>
    ApprovalGranted = 4,

    /// <summary>A human refused.</summary>
    ApprovalDenied = 5,

    /// <summary>A budget is nearly spent.</summary>
    BudgetLimitApproached = 6,

    /// <summary>A budget is spent.</summary>
    BudgetLimitExceeded = 7,

    /// <summary>No human answered in time.</summary>
    ApprovalTimedOut = 8,

    /// <summary>An approval went to somebody.</summary>
    ApprovalRouted = 9,

    /// <summary>An approval went to somebody else.</summary>
    ApprovalEscalated = 10,

    /// <summary>An agent was removed by force.</summary>
    AgentForceDeregistered = 11,

    /// <summary>A message was refused.</summary>
    MessageBlocked = 12,

    /// <summary>A tool call was carried out.</summary>
    ToolDispatched = 13,

    /// <summary>A call between agents was seen.</summary>
    A2ACallIntercepted = 14,

    /// <summary>An agent posed as another.</summary>
    A2AImpersonationAttempted = 15,

    /// <summary>A sandbox started.</summary>
    SandboxStarted = 16,

    /// <summary>A sandbox was kept from a file.</summary>
    SandboxFilesystemBlocked = 17,

    /// <summary>A sandbox used up its time.</summary>
    SandboxCpuTimeout = 18,

    /// <summary>A sandbox used up its memory.</summary>
    SandboxOomKilled = 19,

    /// <summary>A sandbox ended.</summary>
    SandboxTerminated = 20,

    /// <summary>A sandbox called its host too often.</summary>
    SandboxHostFnRateLimited = 21,

    /// <summary>An operator changed the rules.</summary>
    GovernanceMutation = 22,
}
