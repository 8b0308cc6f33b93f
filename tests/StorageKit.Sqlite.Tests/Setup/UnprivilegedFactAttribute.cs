namespace StorageKit.Sqlite.Tests;

/// <summary>A fact about rights on files, which do not bind an administrator; skipped, visibly, for one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnprivilegedFactAttribute : FactAttribute
{
    public UnprivilegedFactAttribute()
    {
        if (Environment.IsPrivilegedProcess) Skip = "runs as an administrator, whom the rights of files do not bind";
    }
}
