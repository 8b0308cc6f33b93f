using Microsoft.CodeAnalysis;

namespace StorageKit.Analyzers;

internal static partial class Descriptors
{
    const string Records = "Records";

    /// <summary>Arguments: the contract member, what the code does.</summary>
    public static readonly DiagnosticDescriptor SK3001_RemovalMustBeIdempotent = Rule(
        DiagnosticIds.RemovalIsNotIdempotent, Records, DiagnosticSeverity.Error,
        "Delete, reset, deregister or invalidate is not idempotent",
        "'{0}' succeeds when there is nothing to remove, but this code {1} then. Ignore what the removal found.");

    /// <summary>Arguments: the contract member, the fact, the remedy.</summary>
    public static readonly DiagnosticDescriptor SK3002_MissingRecordMustBeReported = Rule(
        DiagnosticIds.MissIsNotReported, Records, DiagnosticSeverity.Error,
        "Missing entity is not reported as the contract says",
        "'{0}' {1}. {2}.");

    /// <summary>Arguments: the contract member, the fact, the remedy.</summary>
    public static readonly DiagnosticDescriptor SK3003_SaveMustReplace = Rule(
        DiagnosticIds.SaveDoesNotReplace, Records, DiagnosticSeverity.Error,
        "Save or put is not an overwrite",
        "'{0}' replaces a record that is there, but {1}. {2}.");

    /// <summary>Arguments: the store, the secret, where it goes.</summary>
    public static readonly DiagnosticDescriptor SK3004_SecretMustNotLeak = Rule(
        DiagnosticIds.SecretLeaks, Records, DiagnosticSeverity.Error,
        "Secret material can reach a log, exception or trace",
        "'{0}' puts '{1}', which is secret, into {2}. Name the key or the length instead.");

    /// <summary>Arguments: the contract member, what it does.</summary>
    public static readonly DiagnosticDescriptor SK3005_BufferMustBeCopied = Rule(
        DiagnosticIds.BufferIsShared, Records, DiagnosticSeverity.Warning,
        "Caller buffer is stored or returned by reference",
        "'{0}' {1}, so a change by the caller changes the record. Copy it with 'ToArray'.");

    /// <summary>Arguments: the contract member, the parameter, what it becomes a part of, the remedy.</summary>
    public static readonly DiagnosticDescriptor SK3006_KeyMustNotBeSpliced = Rule(
        DiagnosticIds.KeyIsSpliced, Records, DiagnosticSeverity.Error,
        "Key or id is spliced into SQL, Lua or a path",
        "'{0}' splices '{1}', which a caller gives, into {2}. {3}.");

    /// <summary>Arguments: the contract member, the fact, the remedy.</summary>
    public static readonly DiagnosticDescriptor SK3007_CancellationMustBeHonoured = Rule(
        DiagnosticIds.CancellationIsLost, Records, DiagnosticSeverity.Warning,
        "Cancellation is ignored or misreported",
        "'{0}' {1}. {2}.");

    /// <summary>Arguments: the contract member, the call.</summary>
    public static readonly DiagnosticDescriptor SK3008_AsyncMemberMustNotBlock = Rule(
        DiagnosticIds.BlocksOnAsync, Records, DiagnosticSeverity.Warning,
        "Blocking on async or blocking I/O in an async contract method",
        "'{0}' blocks a thread in '{1}' until a task is done, which starves or deadlocks a busy host. Await the task.");

    /// <summary>Arguments: the contract member, the exception's type.</summary>
    public static readonly DiagnosticDescriptor SK3009_BackendErrorsMustNotEscape = Rule(
        DiagnosticIds.BackendErrorEscapes, Records, DiagnosticSeverity.Warning,
        "Backend exception type escapes the contract",
        "'{0}' throws '{1}', which callers of a contract cannot know. "
        + "Throw a StorageException of the kind that fits, with it as the inner exception.");

    /// <summary>Arguments: the contract member, the field, its type, the remedy.</summary>
    public static readonly DiagnosticDescriptor SK3010_ClientMustNotBeShared = Rule(
        DiagnosticIds.ClientIsShared, Records, DiagnosticSeverity.Error,
        "Non-thread-safe client shared by concurrent calls",
        "'{0}' uses '{1}', a '{2}' that all callers share and that serves one at a time. {3}.");

    /// <summary>Arguments: the invalidating member, the reading member.</summary>
    public static readonly DiagnosticDescriptor SK3011_InvalidateMustReachTheCache = Rule(
        DiagnosticIds.CacheIsNotInvalidated, Records, DiagnosticSeverity.Error,
        "InvalidateAsync does not touch the cache GetPolicyAsync reads",
        "'{0}' leaves in place what '{1}' reads here, so a stale policy is answered again. Remove the agent's entry, "
        + "under the same key.");

    /// <summary>Arguments: the contract member.</summary>
    public static readonly DiagnosticDescriptor SK3012_RecordMustCarryItsExpiry = Rule(
        DiagnosticIds.RecordWithoutExpiry, Records, DiagnosticSeverity.Warning,
        "Record and its TTL are written by separate commands",
        "'{0}' stores a record and sets its time to live in a separate command, so a crash in between leaves a record "
        + "that never ends. Set both in one command, script or transaction.");

    /// <summary>Arguments: the contract member, what the code does.</summary>
    public static readonly DiagnosticDescriptor SK3013_HeartbeatMustNotRegister = Rule(
        DiagnosticIds.HeartbeatRegisters, Records, DiagnosticSeverity.Error,
        "Heartbeat can resurrect or accept a deregistered agent",
        "'{0}' refuses an agent that is not registered, but this code {1}. Change only what is there, in one step, "
        + "and look at how much was changed.");
}
