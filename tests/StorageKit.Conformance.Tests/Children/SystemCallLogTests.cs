using StorageKit.Conformance.Children;

namespace StorageKit.Conformance.Tests.Children;

public sealed class SystemCallLogTests
{
    const string Write = "7 pwrite64(79</d/log>, \"x\"..., 96, 0) = 96";
    const string Sync = "7 fsync(79</d/log>) = 0";
    const string FailedSync = "7 fsync(79</d/log>) = -1 EIO (Input/output error) (INJECTED)";
    const string Rename = "7 rename(\"/d/log.new\", \"/d/log\") = 0";
    const string FolderSync = "7 fsync(80</d>) = 0";
    const string Acknowledge = "9 write(27<pipe:[25]>, \"Ack 0 13124755824120 131\"..., 37) = 37";

    [Theory]
    [InlineData(null, Write, Sync)]
    [InlineData(null, Write, FailedSync, Write, Sync)]
    [InlineData(null, Write, "7 fsync(79</d/log> <unfinished ...>", "8 close(3) = 0", "7 <... fsync resumed>) = 0")]
    [InlineData(null, "7 openat(AT_FDCWD</>, \"/d/log\", O_RDWR|O_DSYNC, 0600) = 79</d/log>", Write)]
    [InlineData(null, Write, Sync, Rename, FolderSync)]
    [InlineData("before anything was written", Sync)]
    [InlineData("before anything was written", "7 write(87</proc/7/task/8/comm>, \".NET\", 4) = 4")]
    [InlineData("before the file that it was written to was synced", Write)]
    [InlineData("before the file that it was written to was synced", Sync, Write)]
    [InlineData("before the file that it was written to was synced", Write, FolderSync)]
    [InlineData("after a sync that failed", Write, FailedSync)]
    [InlineData("after a sync that failed", Write, FailedSync, Sync)]
    [InlineData("before the directory of a renamed or deleted file was synced", Write, Sync, Rename)]
    public void An_acknowledge_is_judged_by_the_calls_before_it(string? problem, params string[] calls)
    {
        var operation = Assert.Single(SystemCallLog.Read([.. calls, Acknowledge]).Operations);
        Assert.Equal(ChildLineKind.Ack, operation.Line.Kind);
        if (problem is null) Assert.Null(operation.SyncProblem());
        else Assert.StartsWith(problem, operation.SyncProblem());
    }
}
