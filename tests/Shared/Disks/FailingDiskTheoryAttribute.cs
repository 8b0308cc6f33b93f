namespace StorageKit.Testing.Disks;

/// <summary>A theory about a <see cref="FailingDisk"/>; skipped, visibly, where there can be none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FailingDiskTheoryAttribute : TheoryAttribute
{
    public FailingDiskTheoryAttribute()
    {
        if (!FailingDisk.IsPossible) Skip = "needs Linux, root and strace, by which system calls are made to fail";
    }
}
