using System.Globalization;

namespace StorageKit;

/// <summary>What an operator should know of the disk that files lie on.</summary>
internal static class DiskFindings
{
    const long LowSpace = 1L << 30;

    // Locks and syncs of these are not what a local disk's are.
    static readonly string[] s_remote = ["nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "fuse.sshfs", "9p", "afs"];
    static readonly string[] s_volatile = ["tmpfs", "ramfs"];

    /// <param name="path">A full path of a file or folder that is there.</param>
    internal static IEnumerable<BackendFinding> Of(string path)
    {
        var drive = DriveOf(path);
        if (drive is null) yield break;
        var format = drive.DriveFormat;
        if (s_remote.Contains(format, StringComparer.Ordinal))
            yield return new(
                BackendFindingLevel.Bad, "disk", $"the file system is {format}, a network's, whose locks may not hold",
                "move the files to a local disk");
        else if (s_volatile.Contains(format, StringComparer.Ordinal))
            yield return new(
                BackendFindingLevel.Bad, "disk", $"the file system is {format}: a restart of the machine loses all",
                "move the files to a disk");
        else
            yield return new(BackendFindingLevel.Good, "disk", $"the file system is {format}");
        var free = string.Create(
            CultureInfo.InvariantCulture, $"{drive.AvailableFreeSpace / (double)LowSpace:N1} GiB are free");
        yield return drive.AvailableFreeSpace < LowSpace
            ? new(BackendFindingLevel.Bad, "space", free, "make room: writes fail when the disk is full")
            : new(BackendFindingLevel.Good, "space", free);
    }

    /// <summary>Whether others on this machine may read what is for this user.</summary>
    internal static BackendFinding Rights(string path)
    {
        if (OperatingSystem.IsWindows())
            return new(BackendFindingLevel.Notice, "rights", "on Windows they are those of the folder");
        var mode = File.GetUnixFileMode(path);
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead
            | UnixFileMode.OtherWrite;
        return (mode & Others) == 0
            ? new(BackendFindingLevel.Good, "rights", "only this user may read and write it")
            : new(BackendFindingLevel.Bad, "rights", "other users may read or write it",
                "take the rights away: chmod go-rwx");
    }

    // The mount with the longest path that the file is below.
    static DriveInfo? DriveOf(string path) => DriveInfo.GetDrives()
        .Where(drive => path.StartsWith(drive.Name, StringComparison.Ordinal) && drive.IsReady
            && (drive.Name.EndsWith('/') || drive.Name.EndsWith('\\') || path.Length == drive.Name.Length
                || path[drive.Name.Length] is '/' or '\\'))
        .MaxBy(drive => drive.Name.Length);
}
