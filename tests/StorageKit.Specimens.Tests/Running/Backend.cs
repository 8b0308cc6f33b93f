using StorageKit.Conformance;
using StorageKit.Conformance.Backends;

namespace StorageKit.Specimens.Tests.Running;

/// <summary>What a specimen needs on the machine.</summary>
internal enum Backend
{
    None,
    Redis,
    Postgres,
    Strace,
}

internal static class BackendProblems
{
    /// <summary>Why it cannot be had; null when it can.</summary>
    internal static string? Problem(this Backend backend) => backend switch
    {
        Backend.Redis when Programs.TryFind("redis-server") is null =>
            "redis-server is not installed: apt-get install redis-server",
        Backend.Strace when Programs.TryFind("strace") is null => "strace is not installed: apt-get install strace",
        Backend.Postgres => PostgresProblem(),
        _ => null,
    };

    static string? PostgresProblem()
    {
        try
        {
            PostgresPrograms.Find(null);
            return null;
        }
        catch (BackendException e)
        {
            return e.Message;
        }
    }
}
