namespace StorageKit.Tests.Config;

/// <summary>A fact about permissions, skipped, visibly, where the user has them all.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnprivilegedFactAttribute : FactAttribute
{
    public UnprivilegedFactAttribute()
    {
        if (Environment.IsPrivilegedProcess || OperatingSystem.IsWindows())
            Skip = "this user may read every file (root), or the system has no such permissions";
    }
}
