namespace StorageKit.Testing.Disks;

/// <summary>A fact about a <see cref="SmallDisk"/>; skipped, visibly, where none can be mounted.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MountFactAttribute : FactAttribute
{
    public MountFactAttribute()
    {
        if (!OperatingSystem.IsLinux()) Skip = "needs Linux: a small tmpfs is mounted";
        else if (!Environment.IsPrivilegedProcess) Skip = "needs root to mount a small tmpfs";
    }
}
