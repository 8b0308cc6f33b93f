namespace StorageKit.Analyzers.Effects.Technologies;

/// <summary>
/// Locks that are entered and left by calls; lock statements and usings are found by their operations.
/// </summary>
internal static class Locks
{
    public static Technology Technology { get; } = new(
        "Locks",
        [
            "System.Threading.Monitor", "System.Threading.SemaphoreSlim", "System.Threading.Semaphore",
            "System.Threading.Lock",
            "System.Threading.SpinLock", "System.Threading.WaitHandle", "System.Threading.Mutex",
            "System.Threading.ReaderWriterLockSlim",
        ],
        [
            new("Enter", EffectKind.LockEnter),
            new("TryEnter", EffectKind.LockEnter),
            new("Wait", EffectKind.LockEnter, Type: "System.Threading.SemaphoreSlim"),
            new("WaitOne", EffectKind.LockEnter),
            new("EnterWriteLock", EffectKind.LockEnter),
            new("TryEnterWriteLock", EffectKind.LockEnter),
            new("EnterUpgradeableReadLock", EffectKind.LockEnter),
            new("TryEnterUpgradeableReadLock", EffectKind.LockEnter),
            new("Exit", EffectKind.LockExit),
            new("Release", EffectKind.LockExit),
            new("ReleaseMutex", EffectKind.LockExit),
            new("ExitWriteLock", EffectKind.LockExit),
            new("ExitUpgradeableReadLock", EffectKind.LockExit),
        ]);
}
