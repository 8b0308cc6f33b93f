using System.Globalization;

namespace StorageKit.Local;

/// <summary>Says in our terms why the disk refused: with the path, never with content.</summary>
internal static class DiskFailure
{
    const int NoSpace = 28, TooBig = 27, QuotaOnLinux = 122, QuotaOnMac = 69, ReadOnlyDisk = 30;
    const int WindowsNoSpace = unchecked((int)0x80070070);

    internal static bool Is(Exception thrown) => thrown is IOException or UnauthorizedAccessException;

    internal static StorageException Of(Exception thrown, string path) => thrown switch
    {
        UnauthorizedAccessException => new(
            StorageErrorKind.Unauthorized,
            $"\"{path}\" may not be used by this process; make the file and its folder its own"),
        DirectoryNotFoundException => new(
            StorageErrorKind.Backend,
            $"the folder of \"{path}\" is not there any more; put it back, or restore it from a backup"),
        { HResult: ReadOnlyDisk } => new(
            StorageErrorKind.Unauthorized, $"\"{path}\" lies on a disk that is mounted read-only"),
        { HResult: NoSpace or TooBig or QuotaOnLinux or QuotaOnMac or WindowsNoSpace } => new(
            StorageErrorKind.Backend, $"there is no room for \"{path}\"; free space on its disk"),
        _ => new(
            StorageErrorKind.Backend,
            string.Create(
                CultureInfo.InvariantCulture,
                $"\"{path}\" cannot be read or written (error {thrown.HResult}); look at its disk")),
    };
}
