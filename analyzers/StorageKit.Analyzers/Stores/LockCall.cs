using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;

namespace StorageKit.Analyzers.Stores;

/// <summary>A call that enters or leaves a lock.</summary>
/// <param name="Call">The call.</param>
/// <param name="Name">Equal for calls on one lock in one mode, as they are written.</param>
/// <param name="Scope">Whom the lock keeps out.</param>
internal readonly record struct LockCall(IInvocationOperation Call, string Name, LockScope Scope)
{
    /// <summary>Async locks that are known to live in this process.</summary>
    static readonly string[] ProcessLocks =
    [
        "System.Threading", "AsyncKeyedLock", "Nito.AsyncEx", "DotNext.Threading", "Microsoft.VisualStudio.Threading",
        "NeoSmart.AsyncLock",
    ];

    public int End => Call.Syntax.Span.End;

    public static LockCall From(IInvocationOperation call, Technology technology) => new(
        call, NameOf(call),
        technology != Locks.Technology ? LockScope.Store
        : call.TargetMethod.ContainingType.Name is "Mutex" or "Semaphore" or "WaitHandle" ? LockScope.Machine
        : LockScope.Process);

    /// <summary>Whom a lock of some library keeps out, by where its type comes from.</summary>
    public static LockScope ScopeOf(IInvocationOperation call)
    {
        var space = call.TargetMethod.ContainingNamespace.FullName();
        return Array.IndexOf(ProcessLocks, space) >= 0 ? LockScope.Process : LockScope.Unknown;
    }

    /// <summary>A reader-writer lock has several modes, and each is left by its own call.</summary>
    static string NameOf(IInvocationOperation call)
    {
        var target = (call.Instance ?? call.Arguments.FirstOrDefault()?.Value)?.Syntax.ToString() ?? "";
        var method = call.TargetMethod.Name;
        return method.EndsWith("WriteLock", StringComparison.Ordinal) ? $"{target} write"
            : method.EndsWith("UpgradeableReadLock", StringComparison.Ordinal) ? $"{target} upgradeable"
            : target;
    }
}
