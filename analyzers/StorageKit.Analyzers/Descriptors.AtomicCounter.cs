using Microsoft.CodeAnalysis;

namespace StorageKit.Analyzers;

internal static partial class Descriptors
{
    const string AtomicCounter = "AtomicCounter";

    /// <summary>Arguments: the contract member, what is read and written, the atomic step to take instead.</summary>
    public static readonly DiagnosticDescriptor SK2001_ReadModifyWriteMustBeOneStep = Rule(
        DiagnosticIds.SplitReadModifyWrite, AtomicCounter, DiagnosticSeverity.Error,
        "Read-modify-write split over two store calls",
        "'{0}' reads {1} and writes it back in a second call, so two callers can build on the same value. Use {2}.");

    /// <summary>Arguments: the contract member, the key or row, what can happen.</summary>
    public static readonly DiagnosticDescriptor SK2002_IncrementMustCarryItsExpiry = Rule(
        DiagnosticIds.SeparateExpiry, AtomicCounter, DiagnosticSeverity.Error,
        "Increment and window expiry are separate commands",
        "'{0}' increments {1} and sets its expiry in a separate command, so {2}. "
        + "Do both in one script, statement or transaction.");

    /// <summary>Arguments: the contract member, what arms the window, how to arm it once.</summary>
    public static readonly DiagnosticDescriptor SK2003_WindowMustBeArmedOnce = Rule(
        DiagnosticIds.WindowRearmed, AtomicCounter, DiagnosticSeverity.Warning,
        "Every increment re-arms the window",
        "'{0}' {1} on every increment, so a steady caller's window never ends. {2}.");

    /// <summary>Arguments: the contract member, what the script does, what to do instead.</summary>
    public static readonly DiagnosticDescriptor SK2004_WindowMustBeArmedWhenCreated = Rule(
        DiagnosticIds.WindowArmedWrongly, AtomicCounter, DiagnosticSeverity.Error,
        "Script or SQL arms the window under the wrong condition",
        "'{0}' {1}. {2}.");

    /// <summary>Arguments: the contract member, what it does, the dictionary.</summary>
    public static readonly DiagnosticDescriptor SK2005_CheckAndActMustBeOneCall = Rule(
        DiagnosticIds.DictionaryCheckThenAct, AtomicCounter, DiagnosticSeverity.Error,
        "ConcurrentDictionary check-then-act",
        "'{0}' {1} '{2}', so what another caller does in between is lost. "
        + "Use 'AddOrUpdate' with a pure delegate, or 'TryUpdate' in a loop.");

    /// <summary>Arguments: the store's type, the dictionary's method, the side effect.</summary>
    public static readonly DiagnosticDescriptor SK2006_DictionaryDelegateMustBePure = Rule(
        DiagnosticIds.ImpureDictionaryDelegate, AtomicCounter, DiagnosticSeverity.Error,
        "AddOrUpdate/GetOrAdd delegate has side effects",
        "'{0}' passes '{1}' a delegate that {2}, but it runs outside the dictionary's lock and perhaps several times. "
        + "Return a new value, or lock the stored object.");

    /// <summary>Arguments: the store's type, the field.</summary>
    public static readonly DiagnosticDescriptor SK2007_CounterFieldMustBeUpdatedAtomically = Rule(
        DiagnosticIds.UnsynchronisedCounterField, AtomicCounter, DiagnosticSeverity.Error,
        "Counter field updated without Interlocked or lock",
        "'{0}' updates '{1}' in separate steps, so concurrent updates get lost. Use 'Interlocked.Add', "
        + "or hold one lock around every access.");

    /// <summary>Arguments: the contract member or the store's type, what it does.</summary>
    public static readonly DiagnosticDescriptor SK2008_LockMustSpanReadAndWrite = Rule(
        DiagnosticIds.LockSpansTooLittle, AtomicCounter, DiagnosticSeverity.Error,
        "Lock does not span both the read and the write",
        "'{0}' {1}, so what another caller does in between is lost. Hold one lock from the read to the write.");

    /// <summary>Arguments: the store's type, what it locks.</summary>
    public static readonly DiagnosticDescriptor SK2009_LockMustExcludeOthers = Rule(
        DiagnosticIds.LockExcludesNobody, AtomicCounter, DiagnosticSeverity.Error,
        "Lock object does not exclude anybody",
        "'{0}' {1}, so callers do not keep each other out. Lock one readonly field wherever the value is touched.");

    /// <summary>Arguments: the contract member, what is read and written, the atomic step to take instead.</summary>
    public static readonly DiagnosticDescriptor SK2010_SharedStoreNeedsMoreThanALock = Rule(
        DiagnosticIds.ProcessLocalLock, AtomicCounter, DiagnosticSeverity.Warning,
        "Process-local lock guards a shared store",
        "'{0}' reads and writes {1} under a lock of this process, which another process does not see. Use {2}.");

    /// <summary>Arguments: the store's type, what it does, what follows.</summary>
    public static readonly DiagnosticDescriptor SK2011_LockMustBeReleasedOnce = Rule(
        DiagnosticIds.LockNotReleased, AtomicCounter, DiagnosticSeverity.Error,
        "Lock or semaphore is not released on every path, or released unowned",
        "'{0}' {1}, so {2}. Take the lock just before a try, and release it once, in the finally.");

    /// <summary>Arguments: the contract member, the entity, the property.</summary>
    public static readonly DiagnosticDescriptor SK2012_EntityMustCarryAToken = Rule(
        DiagnosticIds.EntityWithoutToken, AtomicCounter, DiagnosticSeverity.Error,
        "EF Core load-modify-save without a concurrency token",
        "'{0}' saves '{2}' of a loaded '{1}' that has no concurrency token, so two callers can save the same value. "
        + "Use 'ExecuteUpdateAsync' that adds to the column, or a row version and a retry.");

    /// <summary>Arguments: the contract member, what is read and written.</summary>
    public static readonly DiagnosticDescriptor SK2013_TransactionMustKeepOthersOut = Rule(
        DiagnosticIds.WeakIsolation, AtomicCounter, DiagnosticSeverity.Error,
        "Transaction isolation too weak for read-then-write",
        "'{0}' reads {1} and writes it back in a transaction that lets others change it in between. "
        + "Use one UPDATE that adds, or read with FOR UPDATE, or begin a serializable transaction and retry.");

    /// <summary>Arguments: the contract member, the fact, the remedy.</summary>
    public static readonly DiagnosticDescriptor SK2014_UpsertMustAccumulate = Rule(
        DiagnosticIds.UpsertOverwritesTotal, AtomicCounter, DiagnosticSeverity.Error,
        "Upsert overwrites instead of accumulating", "'{0}' {1}. {2}.");

    /// <summary>Arguments: the contract member, the fact, the remedy.</summary>
    public static readonly DiagnosticDescriptor SK2015_TotalMustBeTheResult = Rule(
        DiagnosticIds.TotalIsReadBeside, AtomicCounter, DiagnosticSeverity.Error,
        "Returned total is not the result of the atomic operation",
        "'{0}' {1}, so two callers can be told the same. {2}.");

    /// <summary>Arguments: the contract member, the number, the type.</summary>
    public static readonly DiagnosticDescriptor SK2016_NumbersMustKeepTheirRange = Rule(
        DiagnosticIds.NumberIsNarrowed, AtomicCounter, DiagnosticSeverity.Warning,
        "Amount or total can be narrowed, overflow or lose precision",
        "'{0}' turns {1} into '{2}', which cannot hold every value of it. "
        + "Keep it a 64-bit integer from end to end, or refuse what does not fit before.");

    /// <summary>Arguments: the contract member, the fact, the remedy.</summary>
    public static readonly DiagnosticDescriptor SK2017_QueueMustBeExecuted = Rule(
        DiagnosticIds.QueueIsMisused, AtomicCounter, DiagnosticSeverity.Error,
        "Redis batch or transaction used as if it were a critical section", "'{0}' {1}. {2}.");

    /// <summary>Arguments: the store's type, the dictionary.</summary>
    public static readonly DiagnosticDescriptor SK2018_EvictionMustSpareLiveCounters = Rule(
        DiagnosticIds.EvictionDropsLiveCounter, AtomicCounter, DiagnosticSeverity.Warning,
        "Eviction can discard a live counter",
        "'{0}' looks at an entry of '{1}' and removes it by its key, but a caller may have renewed it in between. "
        + "Remove the pair that was looked at, with 'TryRemove(pair)'.");

    /// <summary>Argument: the contract member.</summary>
    public static readonly DiagnosticDescriptor SK2019_FailureMustNotLookLikeATotal = Rule(
        DiagnosticIds.FailureLooksLikeTotal, AtomicCounter, DiagnosticSeverity.Warning,
        "Failed increment is reported as success",
        "'{0}' answers a made-up total when the store has failed, so that nobody notices. "
        + "Throw a 'StorageException', and let the caller decide whether to go on.");
}
