namespace StorageKit.Local;

/// <summary>Refuses what would make a store useless.</summary>
internal static class OptionChecks
{
    internal static void Check(LocalOptions options)
    {
        if (options.Path.Length == 0 || options.Path.Contains('\0', StringComparison.Ordinal))
            throw Refused("path is empty or no name of a folder; set it to one");
        if (options.BusyTimeout < TimeSpan.Zero) throw Refused("busy_timeout must be zero or longer");
        if (options.SessionTtl <= TimeSpan.Zero)
            throw Refused("session_ttl must be longer than zero; without it nothing expires");
        if (IsLockingOff)
            throw Refused(
                "needs file locks, and DOTNET_SYSTEM_IO_DISABLEFILELOCKING turns them off; unset that variable");
    }

    static bool IsLockingOff =>
        (AppContext.TryGetSwitch("System.IO.DisableFileLocking", out var isOff) && isOff)
        || Environment.GetEnvironmentVariable("DOTNET_SYSTEM_IO_DISABLEFILELOCKING") is "1" or "true" or "True";

    static StorageException Refused(string what) => new(StorageErrorKind.Backend, "[storage.local] " + what);
}
